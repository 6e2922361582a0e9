# Palabras de las imágenes y del PDF. Texto simple: aquí no hay marcas.

picture-must = Necesario
picture-should = Importante
picture-could = Opcional
picture-assumed = Suposición nuestra
picture-feature-days = { $likely } d ({ $low }–{ $high })
picture-feature-days-exact = { $likely } d
picture-days = { $low }–{ $high } días-persona, probable { $likely }
picture-days-exact = { $likely } días-persona
picture-weeks = unas { $low }–{ $high } semanas de trabajo
picture-weeks-exact = { $weeks ->
    [one] alrededor de una semana de trabajo
   *[other] unas { $weeks } semanas de trabajo
}

picture-quote = Presupuesto
picture-number = N.º
picture-date = Fecha
picture-valid-until = Válido hasta
picture-prepared-for = Preparado para
picture-prepared-by = Preparado por
picture-scope = Qué incluye
picture-price-range = Rango de precio
picture-low = Bajo
picture-likely = Probable
picture-high = Alto
picture-what-it-means = Qué significa este rango
picture-assumptions = Lo que hemos supuesto
picture-exclusions = No incluido
picture-open-questions = Preguntas abiertas
picture-next-step = Siguiente paso
picture-page = Página
picture-of = de
picture-by-founder = Fijado por el fundador
picture-note-early = Es una primera estimación; el precio final se fija antes de empezar.
picture-note-proven = Alrededor de 8 de cada 10 proyectos como este terminan dentro de este rango y cerca de 1 de cada 10 por encima. Se apoya en { $closed } proyectos nuestros ya terminados. El precio final se fija antes de empezar.
picture-note-founder = Este precio lo ha fijado personalmente el fundador. El precio final se fija antes de empezar.
picture-next-step-text = Si quiere seguir adelante con este alcance, pulse «Aceptar» en nuestro chat. Una persona repasará con usted las preguntas abiertas y el precio final se fija antes de empezar.

picture-pipeline = Proyectos
picture-count-label = { $count ->
    [one] proyecto
   *[other] proyectos
}
picture-oldest = el más antiguo:
picture-age = { $days ->
    [0] hoy
    [one] 1 día
   *[other] { $days } días
}
picture-open-leads = { $count ->
    [0] Ningún proyecto abierto
    [one] { $count } proyecto abierto
   *[other] { $count } proyectos abiertos
}
picture-stage-listening = Nos cuenta
picture-stage-drafting = En preparación
picture-stage-reviewing = Por aprobar
picture-stage-quoted = Presupuestado
picture-stage-paused = Ahora no
picture-stage-agreed = Quiere seguir
picture-stage-trial_offered = Prueba ofrecida
picture-stage-trial_agreed = Prueba aceptada
picture-stage-trial_paid = Prueba pagada
picture-stage-won = Ganado
picture-stage-lost = Perdido
picture-stage-declined = Rechazado por nosotros
