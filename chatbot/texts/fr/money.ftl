# Écritures et essais : les fiches des fondateurs, et ce que les clients en apprennent.

command-won = Un projet est signé
command-lost = Un projet est perdu
command-paid = Noter un paiement
command-refund = Noter un remboursement
command-took = Jours réellement passés

money-usage-won = <code>/won 12 68000</code> : le projet 12 est signé à 68 000.
money-usage-lost = <code>/lost 12 a choisi une autre équipe</code> : le projet 12 est perdu, et pourquoi.
money-usage-paid = <code>/paid 12 20000</code> : le projet 12 a payé 20 000.
money-usage-refund = <code>/refund 12 5000 design abandonné</code> : 5 000 rendus pour le projet 12, et pourquoi.
money-usage-took = <code>/took 12 75</code> : le projet 12 a réellement pris 75 jours-personne.
money-usage-lead = <code>/lead 12</code> : tout sur le projet 12.
money-no-number = Quel projet ? Écrivez d’abord son numéro. { $usage }
money-no-amount = Combien ? Écrivez le montant après le projet { $lead }. { $usage }
money-amount-unclear = Je ne peux pas lire « { $words } » comme un montant en { $currency } ; rien n’a été noté. Écrivez-le en chiffres. { $usage }
money-amount-not-above-zero = « { $words } » n’est pas supérieur à zéro ; rien n’a été noté. Un montant doit l’être. { $usage }
money-amount-too-fine = « { $words } » a trop de décimales ; rien n’a été noté. { $currency } { $digits ->
    [0] n’a pas de décimales
   *[other] a { $digits } décimales au plus
}. { $usage }
money-amount-too-large = « { $words } » est trop grand pour un montant ; rien n’a été noté. Un chiffre de trop, peut-être ? { $usage }
money-no-reason = Ajoutez la raison pour le projet { $lead } en quelques mots. { $usage }
money-days-unclear = Combien de jours-personne le projet { $lead } a-t-il pris ? Écrivez un nombre supérieur à zéro, jusqu’à { $most }. { $usage }
money-refused-won = Le projet { $lead } en est à « { $stage } » : il ne peut pas être signé maintenant. Rien n’a été noté.
money-refused-lost = Le projet { $lead } en est à « { $stage } » : il ne peut pas être classé perdu maintenant. Rien n’a été noté.
money-refused-paid = Le projet { $lead } en est à « { $stage } ». Un paiement se note une fois le projet signé (/won), ou comme acompte d’un essai accepté par le client. Rien n’a été noté.
money-refused-refund = Le projet { $lead } en est à « { $stage } » : rien ne peut être remboursé maintenant.
money-refused-took = Le projet { $lead } en est à « { $stage } ». Le temps réel se note une fois le projet signé.
money-nothing-paid = Rien n’a été payé pour le projet { $lead } qui puisse être remboursé.
money-refund-too-much = Pour le projet { $lead }, on peut rendre { $paid } au plus ; { $amount } dépasse cette somme. Rien n’a été noté.
money-took-no-quote = Le projet { $lead } n’a jamais eu d’estimation de notre part : il n’y a rien à comparer.
took-noted = Noté : le projet { $lead } a pris { $days } jours-personne ; le devis { $number } annonçait { $low } à { $high }. { $closed ->
    [one] Un projet terminé corrige maintenant les estimations.
   *[other] { $closed } projets terminés corrigent maintenant les estimations.
}

booking-won = ✍️ <b>Signer le projet { $lead } ?</b>
    { $client } · { $title }
    Prix signé : <b>{ $amount }</b>
booking-lost = <b>Classer le projet { $lead } comme perdu ?</b>
    { $client } · { $title }
booking-paid = 💰 <b>Noter un paiement pour le projet { $lead } ?</b>
    { $client } · { $title }
    Montant : <b>{ $amount }</b>
booking-deposit = 💰 <b>Noter l’acompte d’essai du projet { $lead } ?</b>
    { $client } · { $title }
    Montant : <b>{ $amount }</b>
booking-refund = ↩️ <b>Noter un remboursement pour le projet { $lead } ?</b>
    { $client } · { $title }
    Montant : <b>{ $amount }</b>
booking-reason = Raison : { $reason }
booking-commission = Commission de { $friend } : <b>{ $amount }</b>
booking-commission-back = Commission reprise à { $friend } : <b>{ $amount }</b>
booking-commission-later = Commission maintenant : aucune. { $friend } gagne à chaque paiement, { $amount } sur le prix entier.
booking-commission-trial = Commission : aucune. { $friend } ne gagne sur un essai qu’une fois l’acompte déduit du prix.
booking-commission-none = Commission : rien ne change pour { $friend }.
booking-commission-nobody = Commission : aucune, personne n’a recommandé ce client.
booking-so-far = Payé avec ceci : { $paid } sur { $signed }.
booking-same-lately = ⚠️ Le même montant a été noté pour ce projet dans les dernières 24 heures. Ne notez que s’il s’agit d’un autre paiement.
booking-other-deposit = ⚠️ L’acompte prévu est de { $deposit }.
booking-still-paid = { $paid } ont été payés et non remboursés ; /refund reste possible.
booking-told = Seront prévenus :
    { $names }
booking-told-client = { $name }, client
booking-told-friend = { $name }, qui a recommandé
booking-told-founder = { $name }, fondateur
booking-told-nobody = Personne d’autre n’est à prévenir.
booking-button-book = ✅ Noter
booking-button-cancel = Annuler
booking-booked = C’est noté
booking-already-booked = C’est déjà noté. Rien n’a été noté une seconde fois.
booking-already-cancelled = Cette fiche a été annulée. Rien n’a été noté.
booking-cancelled = Projet { $lead } : { $founder } a annulé la fiche. Rien n’a été noté.
booking-cancelled-notice = Rien n’a été noté
booked-won = ✅ Projet { $lead }, { $client } : signé à <b>{ $amount }</b>. Noté par { $founder }.
booked-lost = Projet { $lead }, { $client } : classé perdu par { $founder }.
booked-paid = ✅ Projet { $lead }, { $client } : paiement de <b>{ $amount }</b>. Noté par { $founder }.
booked-deposit = ✅ Projet { $lead }, { $client } : acompte d’essai de <b>{ $amount }</b>. Noté par { $founder }.
booked-refund = ✅ Projet { $lead }, { $client } : remboursement de <b>{ $amount }</b>. Noté par { $founder }.

won-client = 🎉 C’est décidé : { $shop } réalise votre projet, au prix convenu de <b>{ $amount }</b>. Merci de votre confiance. Une personne prépare ici le démarrage avec vous.
lost-client = Nous refermons ce projet ici. Merci du temps que vous y avez consacré ; s’il revient un jour, ou un autre, { $shop } sera heureux de vous lire : /new.
paid-client = Merci, votre paiement de <b>{ $amount }</b> est arrivé. Payé jusqu’ici : { $total }.
refund-client = Nous vous renvoyons <b>{ $amount }</b>. Si rien n’est arrivé d’ici quelques jours, écrivez-nous simplement ici.

trial-confirm = <b>Proposer un essai à { $client } ?</b>
    Projet { $lead } · { $title }
    Acompte : <b>{ $amount }</b>. Déduit du prix si le projet est faisable, rendu sinon.
trial-button-offer = Proposer
trial-button-cancel = Annuler
trial-not-offered = Projet { $lead } : aucun essai n’a été proposé.
trial-only-once = Le projet { $lead } a déjà eu son essai.
trial-offered-founder = Projet { $lead } : l’essai à { $amount } a été proposé à { $client }.
trial-offered-notice = Proposé
trial-offer-client = { $founder }, de { $shop }, a étudié votre projet. Avant d’annoncer un prix, nous aimerions vérifier qu’il peut être bien réalisé, par un court essai payant.

    L’essai coûte <b>{ $amount }</b>. Si le projet est faisable, cette somme est déduite de son prix. Sinon, elle vous est rendue en entier.
trial-button-accept = Accepter l’essai
trial-button-refuse = Non merci
trial-button-human = Parler à quelqu’un
trial-accepted-client = Merci. L’essai coûte { $amount } ; une personne vous écrit ici pour le paiement, puis nous commençons. Si le projet est faisable, cette somme est déduite de son prix ; sinon, elle vous est rendue en entier.
trial-accepted-notice = Merci
trial-accepted-founder = 🙌 { $client } a accepté l’essai du projet { $lead }. Dites-lui comment payer { $amount }. Une fois reçu : <code>{ $command }</code>
trial-button-take-over = 🙋 Prendre la main
trial-refused-client = C’est tout à fait possible : pas d’essai, donc. Votre projet reste chez nous. Si vous changez d’avis, touchez le bouton ci-dessous : l’essai coûte <b>{ $amount }</b> ; cette somme est déduite du prix si le projet est faisable, et vous est rendue en entier sinon.
trial-refused-notice = Entendu
trial-refused-founder = { $client } préfère ne pas faire d’essai. Le projet { $lead } est en pause ; son devis peut encore être modifié.
trial-paid-client = Merci, l’acompte de <b>{ $amount }</b> est arrivé. Nous vérifions maintenant si votre projet peut être bien réalisé, et nous vous le disons ici.
trial-verdict = 🔬 L’acompte de { $amount } de { $client } est noté (projet { $lead } · { $title }). Quand vous le saurez : le projet est-il faisable ?
trial-button-feasible = ✅ Faisable
trial-button-not-feasible = Pas faisable
trial-decided-already = L’essai du projet { $lead } est déjà tranché. Rien n’a changé.
trial-feasible-client = Bonne nouvelle : votre projet est faisable. Votre acompte de { $amount } est déduit du prix. Nous terminons la carte et la fourchette de prix ; le fondateur les vérifie avant que vous les receviez.
trial-feasible-notice = Déduit du prix, la carte est redessinée
trial-done-feasible = ✅ Projet { $lead } : { $founder } l’a jugé faisable. L’acompte est déduit du prix, la carte est en préparation.
trial-why-not = Pourquoi n’est-ce pas faisable ? Vos mots vont tels quels à { $client }, avec le remboursement de { $amount }.
trial-why-not-language = Le client écrit en : { $language }. /cancel abandonne.
trial-reason-missing = Écrivez la raison avec des mots : le client mérite une réponse honnête.
trial-not-feasible-client = Nous avons regardé de près, et nous ne pouvons pas réaliser ce projet comme il le faudrait. La raison :

    { $reason }

    Votre acompte de <b>{ $amount }</b> vous est rendu en entier. Merci d’avoir fait confiance à { $shop } ; si un autre projet se présente, nous serons heureux d’en entendre parler.
trial-done-not-feasible = Projet { $lead } : { $founder } l’a jugé infaisable. Un remboursement de { $amount } est noté.
trial-refund-owed = { $client } a votre réponse. Veuillez lui renvoyer { $amount } : le remboursement est noté.
