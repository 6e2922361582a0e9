# Mots des images et du PDF. Texte simple : aucun balisage ici.

picture-must = Indispensable
picture-should = Important
picture-could = Facultatif
picture-assumed = Notre hypothèse
picture-feature-days = { $likely } j ({ $low }–{ $high })
picture-feature-days-exact = { $likely } j
picture-days = { $low }–{ $high } jours-personne, probable { $likely }
picture-days-exact = { $likely } jours-personne
picture-weeks = environ { $low } à { $high } semaines de travail
picture-weeks-exact = { $weeks ->
    [one] environ une semaine de travail
   *[other] environ { $weeks } semaines de travail
}

picture-quote = Devis
picture-number = N°
picture-date = Date
picture-valid-until = Valable jusqu’au
picture-prepared-for = Établi pour
picture-prepared-by = Établi par
picture-scope = Ce qui est compris
picture-price-range = Fourchette de prix
picture-low = Bas
picture-likely = Probable
picture-high = Haut
picture-what-it-means = Ce que veut dire cette fourchette
picture-assumptions = Nos hypothèses
picture-exclusions = Non compris
picture-open-questions = Questions ouvertes
picture-next-step = La suite
picture-page = Page
picture-of = sur
picture-by-founder = Fixé par le fondateur
picture-note-early = Ceci est une première estimation ; le prix définitif est fixé avant de commencer.
picture-note-proven = Environ 8 projets de ce type sur 10 se terminent dans cette fourchette, et environ 1 sur 10 au-dessus. Cela repose sur { $closed } de nos projets terminés. Le prix définitif est fixé avant de commencer.
picture-note-founder = Ce prix a été fixé personnellement par notre fondateur. Le prix définitif est fixé avant de commencer.
picture-next-step-text = Si vous souhaitez avancer sur cette base, appuyez sur « Accepter » dans notre conversation. Une personne revoit alors avec vous les questions ouvertes, et le prix définitif est fixé avant de commencer.

picture-pipeline = Projets en cours
picture-count-label = { $count ->
    [one] projet
   *[other] projets
}
picture-oldest = le plus ancien :
picture-age = { $days ->
    [0] aujourd’hui
    [one] { $days } jour
   *[other] { $days } jours
}
picture-open-leads = { $count ->
    [0] Aucun projet ouvert
    [one] { $count } projet ouvert
   *[other] { $count } projets ouverts
}
picture-stage-listening = À l’écoute
picture-stage-drafting = En préparation
picture-stage-reviewing = À valider
picture-stage-quoted = Devis envoyé
picture-stage-paused = Pas maintenant
picture-stage-agreed = Veut avancer
picture-stage-trial_offered = Essai proposé
picture-stage-trial_agreed = Essai accepté
picture-stage-trial_paid = Essai payé
picture-stage-won = Gagné
picture-stage-lost = Perdu
picture-stage-declined = Refusé par nous
