# What clients read. Warm, short, honest; Telegram HTML.

greeting = Bonjour { $name }, ici <b>{ $shop }</b>.
greeting-next = Racontez-moi votre projet avec vos mots : un long message ou plusieurs petits, comme vous préférez. Je pose quelques questions tout au plus, puis je dessine une carte mentale et je calcule une fourchette de prix honnête. Le fondateur la vérifie personnellement avant que vous la receviez. C’est gratuit.
greeting-back = Content de vous retrouver. Nous parlions de votre projet n° { $lead } : reprenez où vous voulez, voyez où il en est avec /status, ou commencez-en un autre avec /new.
greeting-stored = Ce que vous écrivez ici est conservé pour que nous puissions y travailler : /privacy. Autres langues : /language.

heard-file = Merci, j’ai gardé votre fichier et je l’ai montré au fondateur. Je ne peux pas lire ce qu’il contient : dites-moi en quelques mots ce qui y est important.
heard-unreadable = Je ne sais pas lire les autocollants, les lieux ni les sondages. Dites-le-moi avec des mots, ou envoyez un fichier.
heard-voice-unheard = J’ai gardé votre message vocal pour le fondateur, mais je ne peux pas l’écouter moi-même. Écrivez-moi l’essentiel, s’il vous plaît.
files-full = J’ai noté que vous avez envoyé un fichier, mais je ne peux plus en transmettre aujourd’hui. Envoyez plutôt un lien, ou demandez une personne avec /human.

noted-listening = Merci.
noted-drafting = Merci, c’est noté. Votre carte mentale est en cours.
noted-reviewing = Merci, c’est noté. Le fondateur vérifie votre prix.
noted-quoted = Merci. Votre devis est plus haut ; ses boutons vous attendent, prenez votre temps.
noted-paused = Merci. Votre devis reste tel quel ; écrivez-moi le moment venu.
noted-agreed = Merci, c’est noté. Une personne va en parler avec vous.
noted-trial_offered = Merci, c’est noté. L’essai proposé plus haut vous attend.
noted-trial_agreed = Merci, c’est noté.
noted-trial_paid = Merci, c’est noté. Nous cherchons si c’est faisable.
noted-won = Merci ! J’ai transmis à l’équipe qui travaille sur votre projet.
noted-lost = Merci, j’ai transmis. Si vous avez un autre projet, je vous écoute volontiers.
noted-declined = Merci, j’ai transmis. Si vous avez un autre projet, je vous écoute volontiers.

question-passed-on = À cela, mieux vaut qu’une personne réponde : j’ai transmis votre question, et la réponse arrivera ici.
question-still-open = Prenez votre temps ; la question plus haut vous attend.
nothing-yet = Je ne sais pas encore ce que vous aimeriez créer. Dites-le-moi en une ou deux phrases : à quoi cela doit-il servir, et à qui ?
question-purpose = Qu’aimeriez-vous créer, et à quoi cela doit-il servir à ceux qui l’utilisent ?
question-feature = Que doit-on pouvoir faire avec ? Les trois à cinq choses les plus importantes suffisent.
question-platforms = Où cela doit-il fonctionner : iPhone, Android, WeChat, un site web ?
question-audience = Qui va l’utiliser ?
question-design = Y a-t-il déjà des maquettes, ou est-ce à nous de les faire ?
question-existing = Faut-il le relier à quelque chose qui existe déjà : un site, un système, des données, des comptes ?
question-deadline = Pour quand le voudriez-vous ?
question-budget = Avez-vous un budget en tête ? Un ordre de grandeur nous aide à ajuster le projet ; « aucune idée » convient aussi.

button-skip = Passer
button-draft = Préparer le devis
button-human = Parler à quelqu’un
button-redo-quote = Refaire le devis ainsi
button-new-project = Deuxième projet

progress-reading = ✍️ Je lis ce que vous m’avez raconté…
progress-drawing = ✓ J’ai lu ce que vous m’avez raconté
    ✍️ Je dessine la carte mentale et j’évalue le travail…
progress-done = ✓ J’ai lu ce que vous m’avez raconté
    ✓ Carte mentale dessinée, travail évalué
    👀 Chez le fondateur maintenant
review-promised = C’est prêt. Le fondateur vérifie chaque prix personnellement ; vous aurez de nos nouvelles au plus tard le <b>{ $by }</b>. Quelque chose à ajouter ? Écrivez, tout simplement.
review-late = Le fondateur a besoin d’un peu plus de temps que je ne l’avais dit, j’en suis désolé. Vous aurez de nos nouvelles au plus tard le <b>{ $by }</b>.
added-to-draft = C’est ajouté, je redessine.
draft-failed = Je n’ai pas pu terminer la carte mentale. Rien n’est perdu : le fondateur a tout ce que vous avez écrit et vous répondra personnellement.
change-noted = Ce n’est pas encore dans votre devis ; voulez-vous que je le refasse ?
new-project-offer = On dirait un autre projet. Voulez-vous que je le sépare du n° { $lead }, pour ne pas mélanger les prix ?
new-project = Une page blanche : voici votre projet n° { $lead }. Qu’aimeriez-vous créer ?

quote-map = « <b>{ $title }</b> » – votre carte mentale. Les cases en pointillés sont nos hypothèses ; dites-moi si l’une est fausse.
quote-price = <b>{ $price }</b>
    Devis { $number }, valable jusqu’au { $until }.
quote-means-early = C’est une première estimation ; le prix définitif est fixé avant de commencer.
quote-means-proven = Environ 8 projets de ce type sur 10 se terminent dans cette fourchette, et 1 sur 10 au-dessus ({ $closed } projets terminés). Le prix définitif est fixé avant de commencer.
quote-means-founder = Le fondateur a fixé ce prix personnellement. Le prix définitif est fixé avant de commencer.
quote-next = <b>Accepter</b> veut dire « je souhaite avancer sur cette base ». Cela ne vous engage encore à rien.
quote-withdrawn = Nous revoyons votre devis { $number } ; attendez la nouvelle version, s’il vous plaît. Vous la recevrez dès que le fondateur l’aura validée.
quote-expired = Le devis { $number } a expiré : son prix n’est peut-être plus le bon. J’ai prévenu une personne, qui va regarder cela avec vous.
button-accept = ✅ Accepter
button-discuss = 💬 En parler
button-change = ✏️ Ajuster le projet
button-not-now = Pas maintenant
accepted = Formidable ! Vous souhaitez avancer avec le devis { $number }. Une personne va revoir avec vous les questions ouvertes ; le prix définitif est fixé avant de commencer.
notice-accepted = Merci !
notice-accepted-already = Vous l’avez déjà accepté.
notice-expired = Ce devis a expiré.
notice-human-called = J’ai prévenu une personne.
notice-human-here = Vous parlez déjà à une personne : écrivez, tout simplement.
change-what = Qu’est-ce qui doit être différent ? Dites-le-moi avec vos mots et je redessine.
not-now-why = Aucun souci ; le devis { $number } reste valable jusqu’à sa date limite. Puis-je vous demander ce qui vous retient ? Un bouton suffit.
not-now-price = Le prix
not-now-time = Ce serait trop long
not-now-other-team = Une autre équipe
not-now-later = Plus tard, pas maintenant
not-now-other = Autre chose
not-now-thanks = Merci, cela nous aide. Écrivez quand vous voulez ; nous gardons tout.
notice-thanks = Merci !

declined = Merci de nous avoir parlé de « { $title } ». Nous l’avons étudié avec soin et nous ne pouvons pas le prendre.
declined-because-full = Pour être francs : notre planning est plein et nous ne pourrions pas lui donner le soin qu’il mérite.
declined-because-field = Pour être francs : ce n’est pas ce que nous faisons le mieux, et vous méritez quelqu’un dont c’est le métier.
declined-because-rules = Pour être francs : ce serait contraire à la loi ou aux règles d’une autre entreprise, et nous ne réalisons pas ce genre de choses.
declined-because-size = Pour être francs : nous n’avons pas la bonne taille pour ce projet, et le résultat vous décevrait.
declined-in-words = { $founder } vous écrit : « { $words } »
declined-thanks = Merci de votre confiance. Si vous avez une autre idée, /new reste toujours ouvert.
founder-asks = <b>{ $founder }</b>, notre fondateur, vous demande : { $question }

notice-tapped = { $text }
notice-skipped = Question passée
refused-question-over = Cette question est réglée ; écrivez simplement si vous voulez ajouter quelque chose.
refused-nothing-known = Dites-moi d’abord en une phrase ce que vous aimeriez créer.

cancel-project = Voulez-vous abandonner votre projet n° { $lead } ?
button-drop = Oui, abandonner
button-keep = Non, le garder
project-dropped = C’est fait, il est abandonné. Merci de me l’avoir dit ; /new en ouvre un autre quand vous voulez.
project-kept = Très bien, on le garde.
quote-credited = Votre acompte d’essai de <b>{ $amount }</b> est déduit de ce prix.
refused-new-in-hand-off = Une personne s’occupe de cette conversation en ce moment : parlez-lui aussi de votre nouveau projet. Dès qu’elle me rend la conversation, /new le démarre.
progress-handed = ✓ Vos messages sont lus
    👀 Le fondateur regarde
review-promised-read = Le fondateur regarde cela personnellement ; vous aurez de nos nouvelles d’ici <b>{ $by }</b>. Quelque chose à ajouter ? Écrivez simplement.
