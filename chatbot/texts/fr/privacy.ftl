# What is kept about people, and what they can ask of it: /privacy, /mydata, /forget.

privacy = <b>Ce que { $shop } conserve sur vous, et pourquoi</b>
    Votre nom et votre identifiant Telegram, ce que vous écrivez et envoyez ici, et ce que nous en faisons : carte mentale, devis, paiements. Si vous nous envoyez des amis : votre lien, qui est venu par lui et ce qu’il a rapporté. Il nous le faut pour le projet et pour vous remercier ; nous n’en faisons rien d’autre.
privacy-where = <b>Où.</b> Dans notre propre base de données, chiffré, avec une clé à part pour chaque personne. Les fichiers et les messages vocaux restent chez Telegram ; nous gardons la trace de leur arrivée, et leurs mots.
privacy-who = <b>Qui le voit.</b> Le fondateur et l’équipe. L’ami qui vous a parlé de nous apprend seulement où en sont les choses, ni ce que vous écrivez, ni votre devis. Son merci est une part de ce que vous payez : un paiement s’y voit donc.
privacy-until-asked = <b>Combien de temps.</b> Jusqu’à ce que vous en demandiez l’effacement.
privacy-until-silent = <b>Combien de temps.</b> Jusqu’à ce que vous en demandiez l’effacement ; au plus tard après { $days } jours sans nouvelles, sauf si un travail est en cours ou si l’un doit encore quelque chose à l’autre. Tout est alors effacé sans autre message.
privacy-books = Ce qui a été payé reste dans nos livres, sans votre nom : la loi veut qu’on les garde.
privacy-model = <b>IA.</b> Pour comprendre vos messages, écrits et vocaux, nous utilisons un modèle de langage de { $provider }. Il reçoit vos mots, mais ni votre nom ni votre identifiant.
privacy-model-own = <b>IA.</b> Pour comprendre vos messages, écrits et vocaux, nous utilisons un modèle de langage sur notre propre ordinateur. Vos mots n’en sortent pas.
privacy-no-model = <b>IA.</b> Aucune de l’extérieur : un catalogue maison lit vos messages, et rien ne sort de notre ordinateur. Une personne écoute les messages vocaux.
privacy-rights = <b>Vos droits.</b> /mydata vous envoie tout ce qui est conservé sur vous. /forget l’efface. /human pour poser une question à une personne.
privacy-contact = <b>Qui est responsable.</b> { $details }

mydata-here = Voici tout ce que nous conservons sur vous, en un fichier. Il s’ouvre avec n’importe quel éditeur de texte.
mydata-just-now = Vous avez reçu votre fichier : { $at }. Le prochain est possible à partir de : { $again }.

forget-crew = Vous êtes de l’atelier : il faut d’abord retirer votre identifiant des réglages (FOUNDER_IDS, TEAM_IDS). Envoyez ensuite /forget à nouveau.
forget-ask = Voulez-vous que { $shop } vous oublie ? Votre nom, tout ce que vous avez écrit ici, les cartes mentales et les devis seront détruits pour de bon ; nous ne pourrons plus les lire non plus. Les projets pas encore convenus seront clos.
forget-stays-number = Ce qui reste : des numéros de projet et des sommes sans nom, sous { $pseudonym }.
forget-stays-money = Ce qui reste : les numéros de projet et les paiements dans nos livres, car la loi veut qu’on les garde. Ils y figurent sous { $pseudonym }, sans votre nom.
forget-stays-agreed = Ce que nous avons convenu ({ $count ->
    [one] projet
   *[other] projets
    } { $leads }) reste ouvert, sous numéro, jusqu’à ce que le fondateur le close.
forget-stays-friend = Votre lien cesse de fonctionner. Ceux qui sont venus par lui restent au compte de { $pseudonym }.
forget-owed = <b>Nous vous devons encore { $amount }.</b> Mieux vaut vous les faire verser d’abord : écrivez /human. Ou notez { $pseudonym } ; il vous permettra de les réclamer.
forget-chats = Les messages de cette conversation sont dans votre Telegram : effacez-y la conversation. Ce que notre équipe a lu dans Telegram reste dans ses conversations tant qu’elle ne l’efface pas. Des sauvegardes peuvent encore le contenir, jusqu’à leur effacement.
forget-button-yes = Oubliez-moi
forget-button-no = Gardez-moi
forget-kept = Tout reste comme avant.
forget-notice = C’est oublié
forget-done = C’est fait : nous vous avons oublié.
forget-again = Merci de votre confiance. Si vous nous écrivez un jour, nous repartirons de zéro.

forgotten-founder = 🗑 Un client a demandé l’effacement de ses données ({ $count ->
    [one] projet
   *[other] projets
    } { $leads }). Ses messages, son nom et ses devis sont détruits. Effacez aussi ce que vous en gardez ailleurs.
forgotten-founder-agreed = Déjà convenu : { $leads }. Cela reste ouvert, au cas où un contrat existe : /won et /paid marchent avec le numéro, /lost clôt.
forgotten-founder-owed = 🗑 Quelqu’un qui a amené des clients a fait effacer ses données. Nous lui devons encore { $amount } ; on peut les réclamer avec { $pseudonym }.
forgotten-card = 🗑 Les données de ce client ont été effacées.
forgotten-silently = { $count ->
    [one] 🗑 Les données d’un contact ont été effacées aujourd’hui
   *[other] 🗑 Les données de { $count } contacts ont été effacées aujourd’hui
    }, faute de nouvelles depuis { $days } jours.
name-forgotten-client = client effacé
name-forgotten-friend = ami effacé { $pseudonym }
name-forgotten = quelqu’un (effacé)
