# What clients read. Warm, short, honest; Telegram HTML.

greeting = Hola, { $name }. Le saluda <b>{ $shop }</b>.
greeting-next = Cuénteme su proyecto con sus palabras: en un mensaje largo o en muchos cortos, como prefiera. Le haré pocas preguntas; después dibujo un mapa mental y calculo un rango de precio honesto. El fundador lo revisa personalmente antes de que usted lo reciba. No cuesta nada.
greeting-back = Qué gusto verle de nuevo. Hablábamos de su proyecto n.º { $lead }: siga donde quiera, mire cómo va con /status o empiece otro con /new.
greeting-stored = Lo que escriba aquí se guarda para poder trabajar en ello: /privacy. Otros idiomas: /language.

heard-file = Gracias, he guardado su archivo y se lo he mostrado al fundador. Yo no puedo leer lo que hay dentro; dígame en pocas palabras qué es lo importante.
heard-unreadable = No sé leer pegatinas, ubicaciones ni encuestas. Dígamelo con palabras o envíe un archivo.
heard-voice-unheard = He guardado su mensaje de voz para el fundador, pero yo no puedo escucharlo. Escríbame lo más importante, por favor.
files-full = He anotado que envió un archivo, pero hoy ya no puedo transmitir más. Envíe un enlace en su lugar, o pida una persona con /human.

noted-listening = Gracias.
noted-drafting = Gracias, anotado. Su mapa mental se está dibujando.
noted-reviewing = Gracias, anotado. El fundador está revisando su precio.
noted-quoted = Gracias. Su presupuesto está más arriba; los botones siguen ahí, sin prisa.
noted-paused = Gracias. Su presupuesto sigue como está; escríbame cuando llegue el momento.
noted-agreed = Gracias, anotado. Una persona lo hablará con usted.
noted-trial_offered = Gracias, anotado. La prueba ofrecida más arriba sigue en pie.
noted-trial_agreed = Gracias, anotado.
noted-trial_paid = Gracias, anotado. Estamos averiguando si se puede hacer.
noted-won = ¡Gracias! Se lo he transmitido a quienes trabajan en su proyecto.
noted-lost = Gracias, ya lo he transmitido. Si tiene otro proyecto, le escucho con gusto.
noted-declined = Gracias, ya lo he transmitido. Si tiene otro proyecto, le escucho con gusto.

question-passed-on = Eso es mejor que lo conteste una persona: ya he transmitido su pregunta y la respuesta le llegará aquí.
question-still-open = Sin prisa; la pregunta de arriba sigue abierta.
nothing-yet = Todavía no sé qué le gustaría crear. Dígamelo en una o dos frases: ¿para qué debe servir y a quién?
question-purpose = ¿Qué le gustaría crear y para qué debe servirles a quienes lo usen?
question-feature = ¿Qué se debe poder hacer con ello? Bastan las tres a cinco cosas más importantes.
question-platforms = ¿Dónde debe funcionar: iPhone, Android, WeChat, un sitio web?
question-audience = ¿Quién lo va a usar?
question-design = ¿Ya hay un diseño o lo hacemos nosotros?
question-existing = ¿Debe conectarse con algo que ya existe: un sitio web, un sistema, datos, cuentas?
question-deadline = ¿Para cuándo le gustaría tenerlo?
question-budget = ¿Tiene una cifra en mente? Un número aproximado nos ayuda a ajustar el alcance; «ni idea» también sirve.

button-skip = Saltar
button-draft = Prepararlo ya
button-human = Hablar con alguien
button-redo-quote = Rehacer el presupuesto
button-new-project = Segundo proyecto

progress-reading = ✍️ Estoy leyendo lo que me contó…
progress-drawing = ✓ Leído lo que me contó
    ✍️ Dibujo el mapa mental y calculo el trabajo…
progress-done = ✓ Leído lo que me contó
    ✓ Mapa mental dibujado, trabajo calculado
    👀 Ahora lo tiene el fundador
review-promised = Listo. El fundador revisa cada precio personalmente; tendrá noticias nuestras a más tardar el <b>{ $by }</b>. ¿Algo que añadir? Escríbamelo.
review-late = El fundador necesita un poco más de tiempo de lo que le dije, y lo siento. Tendrá noticias nuestras a más tardar el <b>{ $by }</b>.
added-to-draft = Lo he añadido y lo estoy dibujando de nuevo.
draft-failed = No he podido terminar el mapa mental. No se ha perdido nada: el fundador tiene todo lo que usted escribió y le responderá personalmente.
change-noted = Esto aún no está en su presupuesto; ¿quiere que lo rehaga?
new-project-offer = Eso parece otro proyecto. ¿Lo llevo aparte del n.º { $lead }, para que no se mezclen los precios?
new-project = Página nueva: este es su proyecto n.º { $lead }. ¿Qué le gustaría crear?

quote-map = «<b>{ $title }</b>» – su mapa mental. Los recuadros de línea discontinua son suposiciones nuestras; dígame si alguna no es cierta.
quote-price = <b>{ $price }</b>
    Presupuesto { $number }, válido hasta el { $until }.
quote-means-early = Es una primera estimación; el precio final se fija antes de empezar.
quote-means-proven = Alrededor de 8 de cada 10 proyectos como este terminan dentro de este rango y 1 de cada 10 por encima ({ $closed } proyectos terminados). El precio final se fija antes de empezar.
quote-means-founder = Este precio lo ha fijado personalmente el fundador. El precio final se fija antes de empezar.
quote-next = <b>Aceptar</b> significa «quiero seguir adelante con este alcance». Todavía no le compromete a nada.
quote-withdrawn = Estamos revisando su presupuesto { $number }; espere la nueva versión, por favor. La recibirá en cuanto el fundador la apruebe.
quote-expired = El presupuesto { $number } ha vencido y puede que su precio ya no sea el mismo. He avisado a una persona, que lo verá con usted.
button-accept = ✅ Aceptar
button-discuss = 💬 Hablarlo
button-change = ✏️ Cambiar alcance
button-not-now = Ahora no
accepted = ¡Estupendo! Quiere seguir adelante con el presupuesto { $number }. Una persona repasará con usted las preguntas abiertas; el precio final se fija antes de empezar.
notice-accepted = ¡Gracias!
notice-accepted-already = Ya lo había aceptado.
notice-expired = Este presupuesto ha vencido.
notice-human-called = He avisado a una persona.
notice-human-here = Ya está hablando con una persona: escriba sin más.
change-what = ¿Qué debería ser distinto? Dígamelo con sus palabras y lo dibujo de nuevo.
not-now-why = No pasa nada; el presupuesto { $number } sigue en pie hasta que venza. ¿Puedo preguntarle el motivo? Basta con tocar un botón.
not-now-price = El precio
not-now-time = Tardaría demasiado
not-now-other-team = Otro equipo
not-now-later = Más adelante, ahora no
not-now-other = Otra cosa
not-now-thanks = Gracias, eso nos ayuda. Escriba cuando quiera; lo guardamos todo.
notice-thanks = ¡Gracias!

declined = Gracias por hablarnos de «{ $title }». Lo hemos mirado con cuidado y no podemos hacerlo.
declined-because-full = Con franqueza: tenemos la agenda llena y no podríamos darle el cuidado que merece.
declined-because-field = Con franqueza: esto no es lo que mejor hacemos, y usted merece a alguien que sí lo domine.
declined-because-rules = Con franqueza: iría contra la ley o contra las normas de otra empresa, y no hacemos esas cosas.
declined-because-size = Con franqueza: no tenemos el tamaño adecuado para este proyecto y el resultado no le convencería.
declined-in-words = { $founder } le escribe: «{ $words }»
declined-thanks = Gracias por su confianza. Si tiene otra idea, /new siempre está abierto.
founder-asks = <b>{ $founder }</b>, nuestro fundador, le pregunta: { $question }

notice-tapped = { $text }
notice-skipped = Pregunta saltada
refused-question-over = Esa pregunta ya está resuelta; si quiere añadir algo, escríbamelo.
refused-nothing-known = Dígame primero en una frase qué le gustaría crear.

cancel-project = ¿Cancelo su proyecto n.º { $lead }?
button-drop = Sí, cancelarlo
button-keep = No, conservarlo
project-dropped = Hecho, está cancelado. Gracias por decírmelo; con /new empieza otro cuando quiera.
project-kept = Muy bien, se queda.
quote-credited = Su anticipo de prueba de <b>{ $amount }</b> se descuenta de este precio.
refused-new-in-hand-off = Ahora mismo una persona atiende esta conversación: cuéntele también su nuevo proyecto. Cuando me la devuelva, /new lo empieza.
progress-handed = ✓ He leído lo que me contó
    👀 Lo está viendo el fundador
review-promised-read = El fundador lo mira personalmente; tendrá noticias nuestras antes de <b>{ $by }</b>. ¿Algo que añadir? Escríbalo sin más.
