# Passage à une personne : ce que voient le client, l’équipe et les fondateurs.

command-back = Rendre la conversation au bot

# ---- aux clients ----
hand-off-human = { $name } de { $shop }
hand-off-somebody = quelqu’un de { $shop }
hand-off-accepted = Vous aurez une réponse de { $who }, ici même, au plus tard le <b>{ $by }</b>. Je transmets tout ce que vous écrivez d’ici là.
hand-off-discuss = Volontiers. Vous aurez une réponse de { $who }, ici même, au plus tard le <b>{ $by }</b>. Dites-moi déjà de quoi vous aimeriez parler : je transmets.
hand-off-asked = Bien sûr. Vous aurez une réponse de { $who }, ici même, au plus tard le <b>{ $by }</b>. Je transmets tout ce que vous écrivez d’ici là.
hand-off-taken-over = { $who } vous écrit ici dans un instant.
hand-off-still-waiting = Je l’ai transmis aussi. Vous aurez une réponse de { $who } au plus tard le <b>{ $by }</b>.
hand-off-team-knows = Je l’ai signalé à { $who }.
hand-off-late = Je suis désolé : la réponse prend plus de temps que prévu. J’ai relancé l’équipe ; vous aurez une réponse de { $who } au plus tard le <b>{ $by }</b>.
hand-off-given-back = { $who } m’a rendu notre conversation, à moi, l’assistant. Ce dont vous êtes convenus reste valable.
hand-off-given-back-unanswered = { $who } m’a rendu notre conversation, à moi, l’assistant. Si vous souhaitez toujours parler à une personne, un appui suffit.
relay-human = 👤 <b>{ $who }</b>
relay-passed-on = C’est transmis. Vous aurez une réponse de { $who } au plus tard le <b>{ $by }</b>.
relay-translated = 🌐 <i>Traduction automatique :</i>
    { $text }
relay-voice-unread = Je n’ai pas réussi à comprendre votre message vocal. Pourriez-vous en écrire l’essentiel ?

# ---- à l’équipe ----
hand-off-untitled = sans titre pour l’instant
hand-off-wanted = 🙋 <b>{ $client } demande une personne</b>
hand-off-taken = 🙋 <b>{ $client } : conversation reprise</b>
hand-off-card = { $head } · projet { $lead }
    { $title }
    Telegram : { $username }
    Raison : { $reason }
    Réponse attendue : { $by }
hand-off-reason-accepted = a accepté le devis
hand-off-reason-discuss = souhaite discuter du devis
hand-off-reason-asked = a demandé une personne
hand-off-reason-taken-over = conversation reprise par la maison
hand-off-summary = <b>Résumé</b>
    { $summary }
hand-off-summary-fallback = <b>Résumé</b> (par le catalogue intégré, sans le modèle)
    { $summary }
hand-off-known = <b>Ce que l’on sait</b>
    { $lines }
hand-off-quotes = <b>Devis</b>
    { $lines }
hand-off-told = <b>Aussi annoncé au client</b>
    { $lines }
hand-off-more = … et { $count } de plus
hand-off-fact = { $topic } : { $value }
hand-off-fact-assumed = { $topic } : { $value } (supposé)
hand-off-topic = { $topic ->
    [kind] Type
    [purpose] But
    [audience] Utilisateurs
    [platforms] Plateformes
    [feature] Fonction
    [integration] À relier
    [content_languages] Langues
    [design] Design
    [existing] Existe déjà
    [scale] Ampleur
    [constraint] Contrainte
    [deadline] Délai
    [budget] Budget
    [excluded] Non souhaité
   *[other] { $topic }
}
hand-off-kind = { $kind ->
    [mini_program] mini-programme
    [h5] page H5
    [mobile_app] application mobile
    [website] site web
    [web_shop] boutique en ligne
    [marketplace] place de marché
    [admin_system] outil d’administration
    [ai_assistant] assistant IA
    [data_pipeline] chaîne de données
    [integration] intégration
    [blockchain] blockchain
   *[other] { $kind }
}
hand-off-quote-told = { $number } (version { $version }) : { $price }, valable jusqu’au { $until } · { $state }
hand-off-quote-untold = { $number } (version { $version }) : { $price } · ⚠️ non approuvé, le client ne le connaît pas
hand-off-quote-unsent = { $number } (version { $version }) : { $price } · { $state }, jamais envoyé au client
hand-off-quote-away = { $number } (version { $version }) : { $price } · partira au retour du client : il a bloqué le bot
hand-off-quote-unpriced = { $number } (version { $version }) : sans prix
hand-off-quote-state = { $state ->
    [approved] chez le client
    [accepted] accepté
    [superseded] remplacé
    [declined] décliné
    [expired] expiré
   *[other] { $state }
}
hand-off-promise-what = { $kind ->
    [promise-answer] réponse d’une personne
    [promise-review] prix vérifié par le fondateur
   *[other] { $kind }
}
hand-off-told-trial = Acompte d’essai : { $amount }
hand-off-promise-open = { $what } au plus tard le { $by } (annoncé le { $made })
hand-off-promise-late = ⚠️ { $what } au plus tard le { $by } (annoncé le { $made }) : pas encore tenu
hand-off-promise-kept = ✓ { $what } au plus tard le { $by } : tenu
hand-off-promise-kept-late = { $what } au plus tard le { $by } : tenu en retard
hand-off-promise-released = { $what } au plus tard le { $by } : plus d’actualité
hand-off-how-topic = Ce que vous écrivez dans ce sujet part chez le client. Le bot se tait dès votre premier message, jusqu’à ce que vous rendiez la conversation.
hand-off-how-private = Répondez à un message transmis et votre réponse part chez le client ; ou appuyez sur <b>Parler ici</b>. Le bot se tait dès votre premier message, jusqu’à ce que vous rendiez la conversation.
hand-off-button-talk = 💬 Parler ici
hand-off-button-back = ↩️ Rendre
hand-off-transcript = 📄 { $client } · projet { $lead } : tout ce qui a été écrit jusqu’ici
hand-off-new-reason = 🔔 { $client } · projet { $lead } : { $reason }. Le client est toujours chez vous.
hand-off-late-team = ⏰ { $client } · projet { $lead } : personne n’a répondu à temps. Nouveau délai annoncé au client : { $by }.
hand-off-late-taken = ⏰ { $client } · projet { $lead } : la conversation a été reprise, mais personne n’a encore écrit au client.
hand-off-given-back-team = ↩️ { $human } a rendu au bot la conversation avec { $client } (projet { $lead }).
hand-off-forgotten = Les données du client du projet { $lead } ont été effacées : la conversation s’arrête ici. Ce qu’il a écrit a disparu ; effacez aussi ce que vous en auriez gardé ailleurs.
relay-client = 👤 <b>{ $client }</b> · projet { $lead }
relay-edited = 👤 <b>{ $client }</b> · projet { $lead } · ✏️ modifié
relay-answered = 💬 <b>{ $human }</b> à { $client } · projet { $lead }
relay-now-human = Vous parlez maintenant avec { $client } (projet { $lead }). Je me tais jusqu’à ce que vous rendiez la conversation.
relay-blocked = 🚫 { $client } (projet { $lead }) a bloqué le bot : votre message n’est pas parti.
relay-file = 📎 <b>{ $client }</b> · projet { $lead } a envoyé un fichier. Répondez ici pour répondre vous-même.
relay-question = ❓ <b>{ $client }</b> · projet { $lead } pose une question à laquelle je ne sais pas répondre. Répondez ici et cela part chez le client.
relay-voice = 🎙 <b>{ $client }</b> · projet { $lead }, transcription automatique
relay-voice-unread-team = 🎙 { $client } · projet { $lead } : le message vocal n’a pas pu être transcrit ; merci de l’écouter.
relay-translation-held = ⚠️ La traduction automatique ajoutait un montant, un lien ou un contact : je l’ai donc laissée de côté.
relay-translation-held-client = ⚠️ { $client } · projet { $lead } a reçu vos mots sans traduction : l’outil y ajoutait un montant, un lien ou un contact.
hand-off-summary-held = ⚠️ Le résumé automatique citait un lien ou un contact que personne n’a écrit : je l’ai donc laissé de côté.

talk-to-whom = À qui ? Ce message n’est parti chez personne. Choisissez un client, puis écrivez-le de nouveau ; ou répondez à l’un de ses messages.
talk-to-nobody = Ce message n’est parti chez personne : aucun client n’attend. Pour écrire à un client, répondez à un message transmis, ou appuyez sur <b>Prendre la main</b> sur une carte de devis ou sous /lead.
talk-or-edit = Pour changer un devis, appuyez d’abord sur <b>Modifier</b> sur sa carte.
talk-button-client = { $client } · projet { $lead }
talk-now = 💬 Vous parlez à <b>{ $client }</b> · projet { $lead }
    { $title }
    Tout ce que vous écrivez ici part chez le client, jusqu’à ce que vous appuyiez sur Arrêter. Rien de ce que vous avez écrit avant n’est parti.
talk-button-stop = ✋ Arrêter
talk-stopped = C’est arrêté. Ce que vous écrivez ici ne part plus chez { $client }.
talk-taken = 🙋 { $human } s’occupe de { $client } (projet { $lead }).
talk-went-elsewhere = Cette réponse est partie chez <b>{ $client }</b> (projet { $lead }).
talk-only-crew = { $name }, seuls les membres de l’équipe peuvent répondre aux clients ici. Votre message n’est parti chez personne.
talk-topic-closed = Cette conversation a été rendue au bot ; votre message n’est pas parti. Pour écrire de nouveau à { $client }, reprenez la main.
talk-notice-topic = Écrivez à { $client } dans le sujet du projet { $lead }, dans le groupe de l’équipe.
talk-notice-already = Vous parlez déjà à { $client }.
talk-notice-now = Vous parlez à { $client } · projet { $lead }
talk-notice-not-talking = Vous ne parlez pas à { $client } en ce moment.
talk-notice-stopped = Arrêté
talk-notice-back = { $client } est de nouveau avec le bot.
refused-no-hand-off = { $client } parle déjà avec le bot.
refused-hand-off-over = Ce bouton date d’une conversation précédente avec { $client }, déjà rendue. Utilisez la carte la plus récente.
refused-back-nobody = Rendre quelle conversation ? Répondez par /back à un message du client, ou appuyez sur Rendre sur la carte.

undeliverable = ⚠️ Un message pour { $who } n’a pas pu être remis : { $why }. Je continue avec les suivants ; si d’autres échouent dans l’heure, ils rejoignent la liste sans nouvel avis. /aside les montre et peut les renvoyer.
undeliverable-blocked = 🚫 { $client } (projet { $lead }) a bloqué le bot. Rien ne lui parvient jusqu’à son retour.
undeliverable-topic = ⚠️ Je ne peux pas ouvrir de sujets dans le groupe de l’équipe. Nommez-moi administrateur avec « Gérer les sujets ». D’ici là, les conversations apparaissent dans le fil général ; répondez à un message transmis pour répondre au client.
undeliverable-group = ⚠️ Je ne peux plus écrire dans le groupe de l’équipe. Les conversations vous parviennent en privé jusqu’à mon retour.
group-moved = ℹ️ Le groupe de l’équipe est devenu un supergroupe ; son numéro est maintenant <code>{ $chat }</code>. J’y continue de moi-même ; pensez à mettre ce numéro dans TEAM_CHAT_ID.
