# What founders read: cards, edits, decisions.

greeting-founder = Bonjour { $name }, ici vous faites partie des fondateurs de <b>{ $shop }</b>. { $waiting ->
    [0] Aucun devis n’attend votre validation.
    [one] Un devis attend votre validation.
   *[other] { $waiting } devis attendent votre validation.
    } Je vous apporte chaque devis avant qu’un client le voie. /pipeline montre où en sont les projets, /help ce que vous pouvez faire.
greeting-team = Bonjour { $name }, vous faites partie de l’équipe de <b>{ $shop }</b>. Quand un client veut parler à une personne, je vous l’amène ; répondez à un message transmis et votre réponse part chez lui. /help dit le reste.

card-map = Projet { $lead } · version { $version }
card-title = <b>Projet { $lead } · { $client }</b>
    Devis { $number }, version { $version }
card-referred = 🤝 De la part de { $friend }
card-not-referred = Venu sans recommandation
card-concern = ⚠️ <b>En principe, nous refuserions :</b> { $concern }
    Aucun prix n’a été calculé.
card-price = 💰 <b>{ $price }</b>, probable { $likely }
    { $days_low }–{ $days_high } jours-personne, probable { $days_likely } · { $weeks_low }–{ $weeks_high } semaines
card-price-founder = 💰 <b>{ $price }</b>, votre propre fourchette
    Calculé : { $computed } · { $days_low }–{ $days_high } jours-personne, probable { $days_likely } · { $weeks_low }–{ $weeks_high } semaines
card-no-budget = Budget : non précisé
card-budget-unread = Budget annoncé : { $said }
card-budget-no-rate = Budget annoncé : { $said }. Aucun taux de change dans les réglages, il n’a donc pas été comparé.
card-budget-below = ⚠️ Budget { $said } : en dessous de la fourchette.
card-budget-within = Budget { $said } : recoupe la fourchette.
card-budget-above = Budget { $said } : au-dessus de la fourchette.
card-budget-converted = { $said } ({ $amount })
card-deadline = Échéance annoncée : { $deadline }
card-risks = <b>Risques</b>
    { $items }
card-assumed = <b>Hypothèses</b>
    { $items }
card-questions = <b>Questions ouvertes</b>
    { $items }
card-exclusions = <b>Non compris</b>
    { $items }
card-fallback = ⚠️ Le modèle n’a pas répondu, ou n’a pas été sollicité, ce client étant nouveau ; cette carte vient du catalogue intégré.
card-odd-effort = ⚠️ <b>Charge inhabituelle</b> (jours-personne probables), à regarder de près :
    { $items }
card-added-words = ⚠️ <b>Textes destinés au client</b> avec un montant, un lien ou un @nom que ni lui ni vous n’avez écrit. Regardez l’aperçu avant d’approuver :
    { $items }
card-added-for-founder = ⚠️ <b>Des mots à votre intention</b> contiennent un montant, un lien, une commande ou un @nom que ni vous ni le client n’avez écrits. N’appuyez sur rien :
    { $items }
card-history = { $closed ->
    [0] Cette fourchette ne repose encore sur aucun projet terminé.
    [one] Cette fourchette repose sur un projet terminé.
   *[other] Cette fourchette repose sur { $closed } projets terminés.
    }
card-changes = <b>Version { $old } → { $new }</b>
    { $lines }
    { $before } → { $after }
card-changes-price = <b>Version { $old } → { $new }</b> : périmètre inchangé
    { $before } → { $after }
card-done-approved = ✅ Projet { $lead } : { $founder } a validé le devis { $number }, qui part chez le client.
card-done-approved-away = ✅ Projet { $lead } : { $founder } a validé le devis { $number }. Le client a bloqué le bot ; il le recevra à son retour.
card-done-declined = Projet { $lead } : refusé par { $founder } ({ $number }). Le client a reçu une réponse aimable.
card-done-asked = ❓ Projet { $lead } : { $founder } a d’abord posé une question au client ({ $number }).
card-done-superseded = Projet { $lead } : { $number } a été remplacé par une version plus récente.

button-approve = ✅ Valider et envoyer
button-preview = 👁 Aperçu
button-edit = ✏️ Modifier
button-ask = ❓ Question au client
button-trial = 🧪 Acompte d’essai
button-decline = Refuser
button-take-over = 🙋 Reprendre
button-cancel = Annuler

notice-approved = Validé, en route vers { $client }.
notice-approved-away = Validé. { $client } a bloqué le bot ; l’envoi se fera à son retour.
notice-preview = Voici l’aperçu.
notice-declined = Refusé.
notice-cancelled = Annulé.
preview-follows = 👁 Voici, mot pour mot, ce que { $client } recevrait :
ask-what = Que voulez-vous demander au client du projet { $lead } ? Écrivez-le tel qu’il doit le lire ; /cancel pour annuler.
asked-client = { $client } a votre question. Sa réponse donnera un nouveau devis à valider.
decline-why = Pourquoi refuser le projet { $lead } ? Choisissez une raison, ou écrivez-la : le client lira vos mots comme venant de vous.
decline-reason-full = Notre planning est plein
decline-reason-field = Pas notre métier
decline-reason-rules = Contre la loi ou des règles
decline-reason-size = Pas la bonne taille pour nous
declined-done = { $client } a votre réponse.
edit-what = Que faut-il changer dans la version { $version } du projet { $lead } ? Dites-le simplement : « enlevez l’admin, ajoutez WeChat Pay », « fourchette 55-70k ». /cancel pour annuler.
edit-working = ✍️ J’y travaille…
edit-done = ✓ C’est fait : version { $version }
edit-nothing = Je n’ai rien trouvé à changer dans « { $words } ». Nommez une branche ou une fonction telle qu’elle figure sur la carte, ou un prix comme « fourchette 55-70k ».
edit-overtaken = Entre-temps il y a une version { $version } ; modifiez plutôt celle-là.
edit-range-dropped = Votre fourchette { $price } valait pour la version { $version }. La nouvelle version montre celle qui est calculée ; pour remettre la vôtre, appuyez sur Modifier et écrivez « fourchette … ».
edit-failed = Je n’ai pas pu faire votre modification du projet { $lead }. Rien n’a changé ; réessayez, ou dites-le autrement.
review-late-founder = ⏰ Projet { $lead } : votre décision était promise pour maintenant. J’ai dit à { $client } que cela prend un peu plus de temps.
draft-failed-founder = ⚠️ Projet { $lead } ({ $client }) : impossible de dessiner la carte mentale. Répondez vous-même au client : /lead { $lead }
scope-changes = ✏️ { $client } veut changer le périmètre du projet { $lead }. Une nouvelle version vous parviendra.
not-now-founder = { $client } (projet { $lead }) : pas maintenant. Raison : { $reason }
project-dropped-founder = { $client } abandonne le projet { $lead }.

refused-quote-approved = Cette version est déjà validée.
refused-quote-accepted = Le client a déjà accepté cette version.
refused-quote-superseded = Ce devis a été remplacé par la version { $version }.
refused-quote-replaced = Ce devis a été remplacé par la version { $version }.
refused-quote-replaced-soon = Ce devis est remplacé par la version { $version }, que vous recevrez dès que le fondateur l’aura validée.
refused-quote-waiting = Le fondateur n’a pas encore décidé pour cette version.
refused-quote-declined = Cette version a été refusée.
refused-quote-expired = Cette version a expiré.
refused-no-price = Cette version n’a pas de prix à valider.
refused-terms-changed = Les coordonnées ou les conditions de l’atelier ont changé depuis cette version. Appuyez sur Modifier et faites-en une nouvelle.
refused-range = Je n’ai pas pu lire cette fourchette. Écrivez par exemple « fourchette 55-70k », dans la monnaie de l’atelier.
refused-range-small = Cette fourchette est plus étroite qu’un palier de prix ({ $step }). Pensiez-vous en milliers ? Écrivez « fourchette 55-70k ».
refused-text-only = Écrivez-le en texte, s’il vous plaît.
card-written = <b>Le client a écrit depuis</b>
    { $items }
card-credited = L’acompte d’essai de { $amount } est déduit du prix ; le client le lit dans le devis.
card-language-unread = ⚠️ Le client écrit dans une langue que le catalogue intégré ne lit pas. Lisez vous-même ses mots : /lead les montre.
edit-ignored = Ces mots n’ont rien changé :
    { $items }
    On ne retire pas ce qui n’est pas sur la carte, et on n’ajoute pas ce qui y est déjà.
refused-words-wait = Le client vient d’écrire autre chose, c’est en cours de lecture. Regardez de nouveau dans un instant.
