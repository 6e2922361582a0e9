# For everyone: help, privacy, languages, refusals, trouble; the menus of commands.

help-client = Je suis l’assistant de <b>{ $shop }</b>. Racontez-moi un projet : vous recevez une carte mentale et une fourchette de prix honnête, vérifiée par le fondateur. C’est gratuit.

    /new – un deuxième projet
    /status – où en sont les choses
    /human – parler à une personne
    /refer – recommander un ami et en être remercié
    /referrals, /earnings – vos recommandations et vos gains
    /language – changer de langue
    /privacy – ce qui est conservé
    /mydata – tout ce qui est conservé sur vous, dans un fichier
    /forget – le faire effacer
    /cancel – annuler la question en cours, ou un projet
    /id – votre identifiant Telegram
help-team = Vous pouvez répondre aux clients de <b>{ $shop }</b> ; les devis et l’argent restent l’affaire des fondateurs.

    Répondez à un message transmis : votre réponse part chez ce client. Ou appuyez sur <b>Parler ici</b> sur la carte du client.
    /leads – les projets par étape
    /lead 12 – tout sur un projet
    /back – rendre la conversation au bot
    /language, /privacy, /id
help-founder = Vous décidez de chaque devis de <b>{ $shop }</b>.

    /pipeline – où en sont les projets, en image
    /leads quoted – les projets d’une étape
    /lead 12 – tout sur un projet
    /won 12 68000 – signé, à ce prix
    /lost 12 raison – ne se fera pas
    /paid 12 20000 – un paiement est arrivé
    /refund 12 5000 raison – de l’argent a été rendu
    /took 12 75 – jours-personne réellement passés
    /back – rendre une conversation au bot
    /aside – ce qui n’a pas marché, à réessayer
    /refer, /referrals, /earnings – vos propres recommandations
    /language, /privacy, /id, /cancel

    Pour écrire à un client, répondez à un message transmis, ou appuyez sur <b>Reprendre</b> ou <b>Parler ici</b>.
help-group = Dans ce groupe, j’ouvre un sujet pour chaque client qui vous est confié. Ce que vous y écrivez part chez le client ; les boutons de la carte rendent la conversation au bot.

language-which = Dans quelle langue dois-je vous parler ?
language-en = English
language-zh = 中文
language-fr = Français
language-es = Español
language-set = Très bien, je vous parle désormais en français. Écrivez dans la langue que vous voulez.

id-person = Votre identifiant Telegram : <code>{ $id }</code>
id-group = Votre identifiant Telegram : <code>{ $id }</code>
    Identifiant de ce groupe : <code>{ $chat }</code>
new-not-for-crew = Ce compte sert à faire tourner l’atelier. Pour essayer côté client, prenez un autre compte Telegram.
human-not-for-crew = La personne à qui je passe les clients, c’est vous.
cancelled = Annulé. Je n’attends plus rien.
nothing-to-cancel = Il n’y a rien à annuler.
edit-not-sent = J’ai noté votre correction, mais le client garde la première version. Envoyez plutôt un nouveau message.
expected-not-taken = C’est désormais au fondateur d’en décider : je n’ai donc rien changé ni rien envoyé.
expected-over = Ce que vous avez écrit n’est parti chez personne : la question sur le projet { $lead } n’est plus ouverte.
group-unknown = Je ne travaille que dans le groupe de l’équipe, alors je repars. Si c’est bien celui-ci, réglez TEAM_CHAT_ID sur { $chat } et ajoutez-moi à nouveau.

refused-not-allowed = Ce bouton n’est pas pour vous.
refused-button-used = Vous avez déjà appuyé sur ce bouton.
refused-button-unknown = Ce bouton ne fonctionne plus. /help montre ce que vous pouvez faire.
refused-unknown-command = Je ne connais pas cette commande. /help montre ce que vous pouvez faire.
refused-lead-stage = Ce n’est pas possible à ce stade du projet. Voyez /status, ou /lead si vous êtes de l’atelier.
refused-no-lead = Il n’y a pas de projet { $lead }. /leads en donne la liste.
refused-forgotten = Les données du client du projet { $lead } ont été effacées : il n’y a plus personne à qui écrire, ni rien à montrer. /paid et /refund marchent encore avec son numéro.
refused-speaker = Ce n’est pas possible à ce stade de la conversation.
flood-slowed = Vous écrivez plus vite que je ne lis. J’ai bien tous vos messages et je les lis un par un ; inutile de renvoyer quoi que ce soit.
trouble = Quelque chose n’a pas marché de notre côté. Votre message est bien conservé et le fondateur est prévenu ; inutile de le renvoyer.
trouble-founder = ⚠️ <b>Quelque chose n’a pas marché</b>
    { $what } · { $who } · { $why }
    Rien n’est perdu : ce qui a été mis de côté est sous /aside, les détails sont dans le journal.
trouble-more = ⚠️ { $count ->
    [one] Un autre incident s’est produit dans la même heure.
   *[other] { $count } autres incidents se sont produits dans la même heure.
    } Les détails sont dans le journal ; rien n’est perdu.
outage-begun = ⚠️ Ma base de données est inutilisable : { $why }. Rien n’est perdu, mais personne n’a de réponse tant que ce n’est pas réparé ; Telegram garde 24 heures ce que les gens écrivent. Ensuite, je reprends tout seul.
outage-why-locked = un autre programme la tient
outage-why-full = le disque est plein
outage-why-readonly = je n’ai pas le droit d’y écrire
outage-why-damaged = le fichier est abîmé ; <code>chatbot restore</code> remet une sauvegarde
outage-why-unopened = le fichier ne s’ouvre pas
outage-why-disk = le disque est en panne
outage-why-moved = le fichier a été déplacé ou remplacé
outage-over = ✅ Ma base de données fonctionne de nouveau ; elle était inutilisable depuis { $since }. Rien n’est perdu.
outage-over-long = ✅ Ma base de données fonctionne de nouveau ; elle était inutilisable depuis { $since }, plus longtemps que les 24 heures pendant lesquelles Telegram garde les messages. Les plus anciens peuvent manquer : reprenez contact avec ceux dont vous attendiez des nouvelles.

command-start = Commencer
command-help = Ce que vous pouvez faire
command-new = Un deuxième projet
command-human = Parler à une personne
command-language = Changer de langue
command-privacy = Ce qui est conservé
command-mydata = Tout ce qui est conservé sur vous, dans un fichier
command-forget = Faire effacer tout ce qui vous concerne
command-cancel = Annuler la question en cours
command-id = Votre identifiant Telegram
bot-description = { $shop } : racontez votre projet de logiciel et recevez une carte mentale et une fourchette de prix honnête, vérifiée par le fondateur. Carte et devis sont gratuits.
bot-short-description = De votre idée à une carte mentale et une fourchette de prix honnête. Carte et devis sont gratuits.
