# Rapports : la vue d’ensemble, les listes, un projet, et l’état des projets d’un client.

command-pipeline = Tous les projets en une image
command-lead = Tout sur un projet
command-leads = Les projets, par étape
command-aside = Ce qui n’a pas marché, à réessayer
command-status = Où en est votre projet

lead-untitled = pas encore de titre
pipeline-caption = { $open ->
    [0] <b>Aucun projet en cours.</b>
    [one] <b>Un projet en cours.</b>
   *[other] <b>{ $open } projets en cours.</b>
}
pipeline-waits = À vous de jouer :
    { $lines }
pipeline-nothing-waits = Rien ne vous attend.
pipeline-to-decide = { $count } à valider ou à refuser (projet { $leads })
pipeline-verdicts = { $count ->
    [one] Un essai payé à trancher (projet { $leads })
   *[other] { $count } essais payés à trancher (projet { $leads })
}
pipeline-to-answer = { $count ->
    [one] Un client attend quelqu’un (projet { $leads })
   *[other] { $count } clients attendent quelqu’un (projet { $leads })
}

leads-title = <b>Projets : { $count }</b>
leads-none = Aucun projet ici.
leads-line = <b>{ $lead }</b> · { $client } · { $title } · { $stage } depuis le { $since }
leads-unknown-stage = Je ne connais pas d’étape « { $words } ».
leads-stages = Les étapes, comme dans <code>/leads quoted</code> :
    { $lines }
leads-stage = <code>{ $id }</code> : { $stage }, { $count }

lead-head = <b>Projet { $lead } · { $title }</b>
    { $client }, écrit en { $language }
    { $stage } depuis le { $since } ; commencé le { $created }
lead-reason = Raison : { $reason }
lead-reason-client = le client a abandonné le projet
lead-reason-forgotten = les données du client ont été effacées
lead-friend = De la part de { $friend } ({ $percent } %)
lead-friend-private = De la part de { $friend } ({ $percent } %) ; le client garde cela privé
lead-no-friend = Personne n’a recommandé ce client.
lead-brief = <b>Ce que nous savons</b>
    { $lines }
lead-brief-empty = On ne sait encore rien du projet.
lead-quotes = <b>Devis</b>
    { $lines }
lead-quote = { $number }, { $created } : { $state }
lead-quote-price = { $number }, { $created } : { $state }, { $price }
lead-quote-founder-price = { $number }, { $created } : { $state }, { $price } (prix du fondateur)
quote-state-waiting = attend le fondateur
quote-state-approved = validé
quote-state-accepted = accepté par le client
quote-state-superseded = remplacé
quote-state-declined = refusé
quote-state-expired = expiré
lead-promises = <b>Ce qui a été dit au client</b>
    { $lines }
lead-promise = { $kind }, avant { $due } : { $state }
lead-promise-review = Le fondateur vérifie le prix
lead-promise-answer = Une personne répond
lead-promise-other = Une promesse
lead-promise-open = en cours
lead-promise-late = en retard
lead-promise-kept = tenue
lead-promise-kept-late = tenue, en retard
lead-promise-released = plus d’actualité
lead-told-quote = Devis { $number } : { $price }, valable jusqu’au { $until }
lead-told-trial = Essai à { $amount }
lead-told-other = Une promesse a été faite le { $day }
lead-money = <b>Argent</b>
    { $lines }
lead-signed = Signé : { $amount }
lead-paid = Payé le { $day } : { $amount }
lead-refunded = Remboursé le { $day } : { $amount }
lead-deposit = Acompte d’essai détenu : { $amount }
lead-commission = Commission de l’ami : { $amount }
lead-waits-for-human = 🙋 Attend quelqu’un, promis avant { $due }.
lead-with-human = 💬 { $name } parle avec le client.
lead-last-words = <b>Derniers mots</b>
    { $lines }
lead-said-client = Client : { $words }
lead-said-bot = Bot : { $words }
lead-said-human = Nous : { $words }
lead-button-take-over = 🙋 Prendre la main
lead-button-give-back = Rendre au bot
lead-button-card = La fiche en attente

status-none = Vous n’avez pas encore de projet chez nous. Racontez-m’en un, simplement, avec vos mots.
status-crew = /pipeline et /leads montrent les projets de la maison ; /status est pour les clients.
status-lead = <b>Projet { $lead } · { $title }</b>
    { $stage }
status-due = Vous avez de nos nouvelles au plus tard { $due }.
status-overdue = Vous deviez avoir de nos nouvelles avant { $due }. Nous sommes en retard et nous en excusons ; /human appelle une personne.
status-listening = Nous vous écoutons. Dites-m’en plus, ou demandez le dessin quand vous voulez.
status-drafting = Nous dessinons votre carte. Le fondateur vérifie ensuite le prix.
status-reviewing = Votre carte est prête ; le fondateur vérifie le prix personnellement.
status-quoted = Vous avez notre devis. À vous de choisir : accepter, discuter, changer, ou pas maintenant.
status-paused = Il est en pause, comme vous l’avez souhaité. Écrivez ici quand vous voulez reprendre.
status-agreed = Vous souhaitez avancer. Une personne revoit avec vous les questions ouvertes, puis le prix final est fixé.
status-trial-offered = Nous vous avons proposé un essai. La suite dépend de vous.
status-trial-agreed = Vous avez accepté l’essai. Il commence dès que l’acompte est arrivé.
status-trial-paid = L’essai est en cours. Vous saurez ici si le projet est faisable.
status-won = C’est décidé, nous travaillons ensemble. 🎉
status-lost = Celui-ci est clos. /new en commence un autre.
status-declined = Nous n’avons pas pu prendre celui-ci. /new en commence un autre.
status-with-waiting = Une personne a été appelée et vous répond ici.
status-with-human = Vous parlez ici avec une personne de chez nous.

aside-none = ✅ Rien n’est mis de côté pour l’instant. Ce que je réessaie reviendra ici en cas d’échec.
aside-title = <b>Mis de côté : { $count }</b>
    Cela n’a pas marché : réessayez, ou abandonnez.
aside-many = plus de { $count }
aside-line = <b>{ $number }</b> · { $what } · { $whose } · { $at }
    { $attempts ->
        [0] Raison : { $why }
       *[other] Essais : { $attempts } ; { $why }
    }
aside-more = { $count ->
    [one] Et un plus ancien ; il apparaîtra
   *[other] Et { $count } plus anciens ; ils apparaîtront
    } à mesure que vous réglez ceux-ci.
aside-older = Et de plus anciens ; ils apparaîtront à mesure que vous réglez ceux-ci.
aside-in = { $kind ->
    [message] Un message reçu
    [edited_message] Une modification reçue
    [callback_query] Un appui sur un bouton
    [my_chat_member] L’annonce que le bot a été bloqué, ajouté ou retiré
   *[other] Une mise à jour reçue, de type « { $kind } »
} (n° { $update })
aside-in-unreadable = Une mise à jour illisible, de type « { $kind } » (n° { $update })
aside-out = { $kind ->
    [Say] Un message à envoyer
    [Copy] Un fichier ou un message à transmettre
    [Edit] La modification d’un message
    [OpenTopic] Un sujet à ouvrir
   *[other] Un peu de rangement dans une discussion
}
aside-job = { $kind ->
    [answer] La lecture de ce que le client a écrit
    [draft] Le dessin de la carte mentale
    [revise] La modification de la carte mentale
    [summarise] Le résumé d’un passage de relais
    [translate] Une traduction
    [transcribe] L’écoute d’un message vocal
   *[other] Un rappel
}
aside-picture = Une image n’a pas pu être dessinée ; le texte part sans elle
aside-lead = { $client }, projet { $lead }
aside-group = le groupe de l’équipe
given-up-refused = Telegram l’a refusé ({ $words })
given-up-away = Telegram ne l’a pas pris alors qu’il en prenait d’autres ({ $words })
given-up-late = Telegram ne m’a pas donné le fichier de toute une journée
given-up-fault = une erreur de ma part ({ $words })
given-up-unreadable = je ne peux pas le lire ({ $words })
given-up-model = le modèle de langage n’a pas donné de réponse utilisable ({ $words })
given-up-unfinished = commencé plusieurs fois, jamais mené à terme
given-up-unknown = ma version actuelle ne connaît pas ce genre de tâche
given-up-damaged = la ligne est abîmée dans le fichier ; une sauvegarde l’a peut-être encore
aside-button-again = ↻ { $number } Réessayer
aside-button-let-go = ✕ { $number } Abandonner
aside-button-again-all = ↻ Réessayer ces { $number }
aside-button-let-go-all = ✕ Abandonner ces { $number }
notice-aside-again = Je réessaie
notice-aside-let-go = Abandonné
refused-aside-over = Cet élément n’est plus mis de côté. /aside montre ce qui l’est encore.
