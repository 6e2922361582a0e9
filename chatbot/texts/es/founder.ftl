# What founders read: cards, edits, decisions.

greeting-founder = Hola, { $name }. Aquí usted figura entre los fundadores de <b>{ $shop }</b>. { $waiting ->
    [0] Ningún presupuesto espera su aprobación.
    [one] Un presupuesto espera su aprobación.
   *[other] { $waiting } presupuestos esperan su aprobación.
    } Le traigo cada presupuesto antes de que lo vea un cliente. /pipeline muestra cómo van los proyectos; /help, lo que puede hacer.
greeting-team = Hola, { $name }. Usted está en el equipo de <b>{ $shop }</b>. Cuando un cliente quiere hablar con una persona, se lo traigo; responda a un mensaje transmitido y le llegará al cliente. /help cuenta el resto.

card-map = Proyecto { $lead } · versión { $version }
card-title = <b>Proyecto { $lead } · { $client }</b>
    Presupuesto { $number }, versión { $version }
card-referred = 🤝 De parte de { $friend }
card-not-referred = Llegó sin recomendación
card-concern = ⚠️ <b>Normalmente lo rechazaríamos:</b> { $concern }
    No se ha calculado ningún precio.
card-price = 💰 <b>{ $price }</b>, probable { $likely }
    { $days_low }–{ $days_high } días-persona, probable { $days_likely } · { $weeks_low }–{ $weeks_high } semanas
card-price-founder = 💰 <b>{ $price }</b>, su propio rango
    Calculado: { $computed } · { $days_low }–{ $days_high } días-persona, probable { $days_likely } · { $weeks_low }–{ $weeks_high } semanas
card-no-budget = Presupuesto del cliente: no lo ha dicho
card-budget-unread = Presupuesto del cliente: { $said }
card-budget-no-rate = Presupuesto del cliente: { $said }. En los ajustes no hay tipo de cambio para eso, así que no se ha comparado.
card-budget-below = ⚠️ El presupuesto del cliente, { $said }, queda por debajo del rango.
card-budget-within = El presupuesto del cliente, { $said }, coincide en parte con el rango.
card-budget-above = El presupuesto del cliente, { $said }, queda por encima del rango.
card-budget-converted = { $said } ({ $amount })
card-deadline = Plazo, según el cliente: { $deadline }
card-risks = <b>Riesgos</b>
    { $items }
card-assumed = <b>Lo que hemos supuesto</b>
    { $items }
card-questions = <b>Preguntas abiertas</b>
    { $items }
card-exclusions = <b>No incluido</b>
    { $items }
card-fallback = ⚠️ El modelo no respondió, o no se usó por ser un cliente nuevo; este mapa sale del catálogo incorporado.
card-odd-effort = ⚠️ <b>Esfuerzo fuera de lo común</b> (días-persona probables); revíselo bien:
    { $items }
card-added-words = ⚠️ <b>Textos para el cliente</b> con un importe, un enlace o un @nombre que ni él ni usted escribieron. Mire la vista previa antes de aprobar:
    { $items }
card-added-for-founder = ⚠️ <b>Palabras dirigidas a usted</b> con un importe, un enlace, una orden o un @nombre que ninguno de los dos escribió. No pulse nada en ellas:
    { $items }
card-history = { $closed ->
    [0] Este rango aún no se apoya en ningún proyecto terminado.
    [one] Este rango se apoya en un proyecto terminado.
   *[other] Este rango se apoya en { $closed } proyectos terminados.
    }
card-changes = <b>Versión { $old } → { $new }</b>
    { $lines }
    { $before } → { $after }
card-changes-price = <b>Versión { $old } → { $new }</b>: mismo alcance
    { $before } → { $after }
card-done-approved = ✅ Proyecto { $lead }: { $founder } aprobó el presupuesto { $number }, que va camino del cliente.
card-done-approved-away = ✅ Proyecto { $lead }: { $founder } aprobó el presupuesto { $number }. El cliente ha bloqueado el bot; lo recibirá cuando vuelva.
card-done-declined = Proyecto { $lead }: { $founder } lo rechazó ({ $number }). El cliente recibió una respuesta amable.
card-done-asked = ❓ Proyecto { $lead }: { $founder } preguntó antes algo al cliente ({ $number }).
card-done-superseded = Proyecto { $lead }: una versión posterior sustituyó a { $number }.

button-approve = ✅ Aprobar y enviar
button-preview = 👁 Vista previa
button-edit = ✏️ Editar
button-ask = ❓ Preguntar
button-trial = 🧪 Anticipo de prueba
button-decline = Rechazar
button-take-over = 🙋 Tomar la conversación
button-cancel = Cancelar

notice-approved = Aprobado, en camino a { $client }.
notice-approved-away = Aprobado. { $client } ha bloqueado el bot; se le enviará cuando vuelva.
notice-preview = Aquí va la vista previa.
notice-declined = Rechazado.
notice-cancelled = Cancelado.
preview-follows = 👁 Esto es lo que recibiría { $client }, palabra por palabra:
ask-what = ¿Qué quiere preguntarle al cliente del proyecto { $lead }? Escríbalo tal como debe leerlo; /cancel para cancelar.
asked-client = { $client } ya tiene su pregunta. Con la respuesta haré una nueva versión.
decline-why = ¿Por qué rechazamos el proyecto { $lead }? Toque un motivo o escríbalo con sus palabras: el cliente las leerá como suyas.
decline-reason-full = Agenda llena
decline-reason-field = No es lo nuestro
decline-reason-rules = Contra la ley o normas ajenas
decline-reason-size = No es de nuestro tamaño
declined-done = { $client } ya tiene su respuesta.
edit-what = ¿Qué cambio en la versión { $version } del proyecto { $lead }? Dígalo con palabras sencillas: «quite el panel de administración, añada WeChat Pay», «rango 55-70k». /cancel para cancelar.
edit-working = ✍️ Estoy en ello…
edit-done = ✓ Hecho: versión { $version }
edit-nothing = No he encontrado nada que cambiar en «{ $words }». Nombre una rama o una función tal como está en el mapa, o un precio como «rango 55-70k».
edit-overtaken = Mientras tanto ha salido la versión { $version }; edite esa, por favor.
edit-range-dropped = Su propio rango { $price } era de la versión { $version }. La nueva muestra el calculado; para volver a poner el suyo, pulse Editar y escriba «rango …».
edit-failed = No he podido hacer su cambio en el proyecto { $lead }. Todo sigue igual; inténtelo otra vez o dígalo con otras palabras.
review-late-founder = ⏰ Proyecto { $lead }: su decisión estaba prometida para ahora. Ya le he dicho a { $client } que tardará un poco más.
draft-failed-founder = ⚠️ Proyecto { $lead } ({ $client }): no se pudo dibujar el mapa mental. Responda usted al cliente, por favor: /lead { $lead }
scope-changes = ✏️ { $client } quiere cambiar el alcance del proyecto { $lead }. Le llegará una nueva versión.
not-now-founder = { $client } (proyecto { $lead }): ahora no. Motivo: { $reason }
project-dropped-founder = { $client } ha cancelado el proyecto { $lead }.

refused-quote-approved = Esta versión ya está aprobada.
refused-quote-accepted = El cliente ya aceptó esta versión.
refused-quote-superseded = La versión { $version } sustituyó a esta.
refused-quote-replaced = La versión { $version } sustituyó a esta.
refused-quote-replaced-soon = La versión { $version } sustituye a esta; la recibirá en cuanto el fundador la apruebe.
refused-quote-waiting = El fundador aún no ha decidido sobre esta versión.
refused-quote-declined = Esta versión fue rechazada.
refused-quote-expired = Esta versión ha vencido.
refused-no-price = Esta versión no tiene ningún precio que aprobar.
refused-terms-changed = Los datos o las condiciones del taller han cambiado desde esta versión. Pulse Editar y haga una nueva, por favor.
refused-range = No he podido leer ese rango. Escríbalo como «rango 55-70k», en la moneda del taller.
refused-range-small = Ese rango es más pequeño que un escalón de precio ({ $step }). ¿Quería decir miles? Escriba «rango 55-70k».
refused-text-only = Escríbalo como texto, por favor.
card-written = <b>El cliente ha escrito después</b>
    { $items }
card-credited = El anticipo de prueba de { $amount } se descuenta del precio; el cliente lo lee en el presupuesto.
card-language-unread = ⚠️ El cliente escribe en un idioma que el catálogo incorporado no lee. Lea usted mismo sus palabras: /lead las muestra.
edit-ignored = Estas palabras no cambiaron nada:
    { $items }
    No se quita lo que no está en el mapa ni se añade lo que ya está.
refused-words-wait = El cliente acaba de escribir algo más y se está leyendo. Mire de nuevo en un momento.
