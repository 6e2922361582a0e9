# What is kept about people, and what they can ask of it: /privacy, /mydata, /forget.

privacy = <b>Ce que { $shop } conserve sur vous, et pourquoi</b>
    Votre nom et votre identifiant Telegram, ce que vous écrivez et envoyez ici, et ce que nous en faisons : carte mentale, devis, paiements. Si vous nous envoyez des amis : votre lien, qui est venu par lui et ce qu’il a rapporté. Il nous le faut pour le projet et pour vous remercier ; nous n’en faisons rien d’autre.
privacy-where = <b>Où.</b> Dans notre propre base de données. Votre nom et tout ce qui est écrit sont chiffrés, avec une clé à part pour chaque personne. Les fichiers et les messages vocaux restent chez Telegram ; nous gardons la trace de leur arrivée, les mots qui les accompagnent et ce que dit un message vocal.
privacy-who = <b>Qui le voit.</b> Le fondateur et l’équipe. L’ami qui vous a parlé de nous sait seulement où en sont les choses ; il ne voit ni ce que vous écrivez ni votre devis. Ce qu’il reçoit est une part de ce que vous payez : un paiement s’y voit donc.
privacy-until-asked = <b>Combien de temps.</b> Jusqu’à ce que vous en demandiez l’effacement.
privacy-until-silent = <b>Combien de temps.</b> Jusqu’à ce que vous en demandiez l’effacement ; au plus tard après { $days } jours sans nouvelles, sauf si un travail est en cours, si l’un doit encore quelque chose à l’autre ou si une personne venue de votre part compte encore pour vous. Passé ce délai, tout est effacé sans autre message.
privacy-books = Ce qui a été payé reste dans notre comptabilité, sans votre nom : la loi nous oblige à la conserver.
privacy-model = <b>IA.</b> Pour comprendre vos messages, écrits et vocaux, nous utilisons un modèle de langage de { $provider }. Il reçoit vos mots, mais ni votre nom ni votre identifiant.
privacy-model-own = <b>IA.</b> Pour comprendre vos messages, écrits et vocaux, nous utilisons un modèle de langage sur notre propre ordinateur. Aucun prestataire d’IA ne reçoit vos mots.
privacy-no-model = <b>IA.</b> Aucune IA extérieure : un programme à nous lit vos messages, et aucun prestataire d’IA ne les reçoit. Une personne écoute les messages vocaux.
privacy-rights = <b>Vos droits.</b> /mydata vous envoie tout ce qui est conservé sur vous. /forget l’efface. /human pour poser une question à une personne.
privacy-contact = <b>Qui est responsable.</b> { $details }

mydata-here = Voici tout ce que nous conservons sur vous, dans un fichier. Il s’ouvre avec n’importe quel éditeur de texte.
mydata-just-now = Vous avez reçu votre fichier ({ $at }). Vous pourrez demander le suivant plus tard ({ $again }).

forget-crew = Vous êtes de l’atelier : il faut d’abord retirer votre identifiant des réglages (FOUNDER_IDS, TEAM_IDS). Envoyez ensuite /forget à nouveau.
forget-ask = Voulez-vous que { $shop } vous oublie ? Votre nom, tout ce que vous avez écrit ici, les cartes mentales et les devis seront détruits pour de bon ; nous ne pourrons plus les lire non plus. Les projets pas encore convenus seront clos.
forget-stays-number = Ce qui reste : des numéros de projet et des montants, sans votre nom, sous { $pseudonym }.
forget-stays-money = Ce qui reste : les numéros de projet et les paiements dans notre comptabilité, que la loi nous oblige à conserver. Ils y figurent sous { $pseudonym }, sans votre nom.
forget-stays-agreed = Ce que nous avons convenu ({ $count ->
    [one] projet
   *[other] projets
    } { $leads }) reste ouvert, sous numéro, jusqu’à ce que le fondateur le close.
forget-stays-friend = Votre lien cesse de fonctionner. Ceux qui sont venus par lui restent au compte de { $pseudonym }.
forget-owed = <b>Nous vous devons encore { $amount }.</b> Mieux vaut vous faire payer d’abord : envoyez /human. Ou notez { $pseudonym } : il vous permettra de réclamer cette somme.
forget-claim = <b>Nous vous devons encore { $amount }.</b> Notez { $pseudonym } : nous ne connaissons plus votre nom, mais cette référence vous permettra de réclamer cette somme.
forget-deposit = <b>Nous gardons votre acompte de { $amount }.</b> Notez { $pseudonym } : avec cette référence, il peut vous être rendu ou être déduit.
forget-chats = Les messages de cette conversation sont dans votre Telegram : effacez-y la conversation. Ce que notre équipe a lu dans Telegram reste dans ses conversations tant qu’elle ne l’efface pas. Des sauvegardes peuvent encore le contenir, jusqu’à leur effacement.
forget-button-yes = Effacer mes données
forget-button-no = Ne rien effacer
forget-kept = Tout reste comme avant.
forget-notice = Vos données sont effacées
forget-done = C’est fait : vos données sont effacées.
forget-again = Merci de votre confiance. Si vous nous écrivez un jour, nous repartirons de zéro.

forgotten-founder = 🗑 Un client a demandé l’effacement de ses données ({ $count ->
    [one] projet
   *[other] projets
    } { $leads }). Ses messages, son nom et ses devis sont détruits. Effacez aussi ce que vous en gardez ailleurs.
forgotten-founder-agreed = Déjà convenu : { $leads }. Cela reste ouvert, au cas où un contrat existe : /won et /paid marchent avec le numéro, /lost clôt.
forgotten-founder-owed = 🗑 Quelqu’un qui a amené des clients a fait effacer ses données. Nous lui devons encore { $amount } ; cette somme peut être réclamée avec { $pseudonym }.
forgotten-founder-deposit = L’acompte de { $amount } du projet { $lead } est toujours chez nous. Qui donne la référence { $pseudonym } peut le faire rendre ou déduire.
forgotten-card = 🗑 Les données de ce client ont été effacées.
forgotten-silently = { $count ->
    [one] 🗑 Les données d’un contact ont été effacées aujourd’hui
   *[other] 🗑 Les données de { $count } contacts ont été effacées aujourd’hui
    }, faute de nouvelles depuis { $days } jours.
clock-jumped = 🕰 L’horloge du serveur indique le { $today } : { $days } jours après mon dernier coup d’œil. Si j’ai été arrêté aussi longtemps, ou si une sauvegarde a été remise en place, tout va bien. Sinon, vérifiez l’horloge. Par prudence, je n’efface les données de personne pour cause de silence tant qu’elle n’a pas avancé régulièrement pendant { $steady } jours.
name-forgotten-client = client aux données effacées
name-forgotten-friend = ami aux données effacées ({ $pseudonym })
name-forgotten = quelqu’un (données effacées)
