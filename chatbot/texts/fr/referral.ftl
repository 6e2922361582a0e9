# Ce que lisent les amis qui nous amènent des clients, et ce que les clients lisent à leur sujet.

command-refer = Votre lien personnel
command-referrals = Les clients que vous avez amenés
command-earnings = Ce que vous avez gagné

refer-intro = <b>Votre lien personnel</b>
    { $link }

    Toute personne qui l’ouvre et travaille avec nous vient de votre part : { $percent } % de ce qu’elle paie vous revient, c’est notre merci. Son prix reste le même. Dès que quelqu’un ouvre votre lien, ses nouveaux projets comptent pour vous pendant { $days } jours.

    Le message suivant est prêt à être transféré. /referrals montre où en sont les choses, /earnings ce que vous avez gagné.
refer-forward = Un projet de logiciel en tête ? { $shop } dessine pour vous une carte des fonctionnalités et annonce une fourchette de prix honnête, gratuitement. Racontez-le simplement au bot, avec vos mots : { $link }
refer-button-share = Partager le lien

referral-brought = Vous venez chez { $shop } de la part de { $name }. Si nous travaillons ensemble, { $name } reçoit un merci de notre part ; votre prix reste le même. { $name } apprend seulement où en sont les choses, ni ce que vous écrivez, ni votre devis.
referral-own-code = C’est votre propre lien : il sert à vos amis, pas à vous-même. Rien n’a changé.
referral-unknown-code = Je ne connais pas ce lien, il manque peut-être un caractère. Vous êtes tout de même le bienvenu.
referral-crew = Vous faites partie de la maison : le lien d’un ami ne change rien pour vous.
referral-same = Vous êtes déjà ici grâce au lien de { $name }. Rien n’a changé.
referral-first-counts = Vous êtes d’abord venu par le lien de { $name }, et c’est le premier qui compte. Rien n’a changé.
referral-client-already = Vous étiez déjà notre client avant ce lien : il ne change rien.
referral-receipt = 🤝 Quelqu’un a ouvert votre lien et est venu chez nous. Si nous travaillons ensemble, { $percent } % de ce qui est payé vous revient ; ce taux est fixé. Il vaut pour les projets commencés jusqu’au { $until }. Je vous préviens à chaque étape ; /referrals les montre toutes.
referral-button-private = Garder cela privé
referral-button-share = Partager à nouveau
referral-kept-private = C’est fait : { $name } n’apprend plus où en sont les choses. Si nous travaillons ensemble, { $name } saura seulement ce qui lui revient, ni votre nom ni votre prix.
referral-kept-private-notice = Gardé privé
referral-shared = C’est fait : { $name } apprend de nouveau où en sont les choses. Ni ce que vous écrivez, ni votre devis.
referral-shared-notice = Partagé à nouveau
referral-someone = quelqu’un (gardé privé)

referral-news-talked = 👋 { $name } nous a parlé d’un projet. Merci de nous avoir présentés !
referral-news-quoted = 📄 { $name } a reçu notre carte et notre fourchette de prix.
referral-news-agreed = 🙌 { $name } souhaite avancer. Une personne de chez nous prend le relais.
referral-news-won = 🎉 C’est décidé : nous travaillons avec { $name }. Chaque paiement vous rapporte votre part.
referral-news-paid = 💰 Un paiement est arrivé de { $name }. Votre commission : <b>{ $commission }</b>. /earnings montre tout.
referral-news-refunded = ↩️ Une partie d’un paiement a été rendue à { $name }, et avec elle { $commission } de votre commission. /earnings montre tout.
referral-news-lost = { $name } et nous ne faisons pas ce projet ensemble. Merci tout de même de nous avoir présentés.

referrals-title = { $count ->
    [one] <b>Vous nous avez amené un client</b>
   *[other] <b>Vous nous avez amené { $count } clients</b>
}
referrals-none = Vous ne nous avez encore amené personne. /refer vous donne votre lien.
referrals-line = <b>{ $name }</b> : { $stage } (depuis le { $since })
referrals-line-more = <b>{ $name }</b> : { $stage } (depuis le { $since }) ; et { $count } { $count ->
        [one] autre projet
       *[other] autres projets
    }
referrals-line-private = { $name }, ici depuis le { $since }
referral-stage-opened = a ouvert votre lien
referral-stage-listening = nous parle d’un projet
referral-stage-drafting = nous dessinons la carte
referral-stage-reviewing = le prix est en cours de vérification
referral-stage-quoted = a reçu notre devis
referral-stage-paused = fait une pause
referral-stage-agreed = souhaite avancer
referral-stage-trial_offered = réfléchit à un essai
referral-stage-trial_agreed = a accepté un essai
referral-stage-trial_paid = essai en cours
referral-stage-won = nous travaillons ensemble 🎉
referral-stage-lost = ne s’est pas fait
referral-stage-declined = pas un projet pour nous

earnings-title = <b>Vous avez gagné { $balance }</b>
earnings-none = Vous n’avez encore rien gagné. Cela commence au premier paiement d’un client que vous avez amené.
earnings-line-earned = { $day } · projet { $lead } · commission sur un paiement · <b>+{ $amount }</b>
earnings-line-back = { $day } · projet { $lead } · repris après un remboursement · −{ $amount }
earnings-terms = Les nouveaux clients rapportent { $percent } % de ce qu’ils paient ; pour chacun, le taux reste celui du jour de son arrivée. { $shop } vous le verse : le fondateur règle cela avec vous personnellement.

list-of-lines = { $lines }
list-and-more = … et { $count } de plus
