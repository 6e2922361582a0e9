# Paso a una persona: lo que ven el cliente, el equipo y los fundadores.

command-back = Devolver la conversación al bot

# ---- a los clientes ----
hand-off-human = { $name } de { $shop }
hand-off-somebody = alguien de { $shop }
hand-off-accepted = Tendrá noticias de { $who } aquí mismo a más tardar el <b>{ $by }</b>. Hasta entonces transmito todo lo que escriba.
hand-off-discuss = Con gusto. Tendrá noticias de { $who } aquí mismo a más tardar el <b>{ $by }</b>. Cuénteme ya de qué le gustaría hablar y lo transmito.
hand-off-asked = Por supuesto. Tendrá noticias de { $who } aquí mismo a más tardar el <b>{ $by }</b>. Hasta entonces transmito todo lo que escriba.
hand-off-taken-over = { $who } le escribe aquí en un momento.
hand-off-still-waiting = También lo he transmitido. Tendrá noticias de { $who } a más tardar el <b>{ $by }</b>.
hand-off-team-knows = Ya se lo he dicho a { $who }.
hand-off-late = Lo siento: la respuesta tarda más de lo que dije. He avisado al equipo; tendrá noticias de { $who } a más tardar el <b>{ $by }</b>.
hand-off-given-back = { $who } me ha devuelto nuestra conversación; soy el asistente. Lo que hayan acordado sigue en pie.
hand-off-given-back-unanswered = { $who } me ha devuelto nuestra conversación; soy el asistente. Si todavía desea hablar con una persona, basta un toque.
relay-human = 👤 <b>{ $who }</b>
relay-passed-on = Transmitido. Tendrá noticias de { $who } a más tardar el <b>{ $by }</b>.
relay-translated = 🌐 <i>Traducción automática:</i>
    { $text }
relay-voice-unread = No he podido entender su mensaje de voz. ¿Podría escribir lo más importante?

# ---- al equipo ----
hand-off-untitled = aún sin título
hand-off-wanted = 🙋 <b>{ $client } quiere hablar con una persona</b>
hand-off-taken = 🙋 <b>{ $client }: conversación tomada</b>
hand-off-card = { $head } · proyecto { $lead }
    { $title }
    Telegram: { $username }
    Motivo: { $reason }
    Respuesta prevista: { $by }
hand-off-reason-accepted = ha aceptado el presupuesto
hand-off-reason-discuss = quiere hablar del presupuesto
hand-off-reason-asked = ha pedido una persona
hand-off-reason-taken-over = conversación tomada por la casa
hand-off-summary = <b>Resumen</b>
    { $summary }
hand-off-summary-fallback = <b>Resumen</b> (del catálogo incorporado, sin el modelo)
    { $summary }
hand-off-known = <b>Lo que se sabe</b>
    { $lines }
hand-off-quotes = <b>Presupuestos</b>
    { $lines }
hand-off-told = <b>También comunicado al cliente</b>
    { $lines }
hand-off-more = … y { $count } más
hand-off-fact = { $topic }: { $value }
hand-off-fact-assumed = { $topic }: { $value } (supuesto)
hand-off-topic = { $topic ->
    [kind] Tipo
    [purpose] Objetivo
    [audience] Usuarios
    [platforms] Plataformas
    [feature] Función
    [integration] Se conecta con
    [content_languages] Idiomas
    [design] Diseño
    [existing] Ya existe
    [scale] Escala
    [constraint] Condición
    [deadline] Plazo
    [budget] Presupuesto
    [excluded] No se desea
   *[other] { $topic }
}
hand-off-kind = { $kind ->
    [mini_program] miniprograma
    [h5] página H5
    [mobile_app] aplicación móvil
    [website] sitio web
    [web_shop] tienda en línea
    [marketplace] plataforma de compraventa
    [admin_system] sistema de administración
    [ai_assistant] asistente de IA
    [data_pipeline] flujo de datos
    [integration] integración
    [blockchain] blockchain
   *[other] { $kind }
}
hand-off-quote-told = { $number } (versión { $version }): { $price }, válido hasta el { $until } · { $state }
hand-off-quote-untold = { $number } (versión { $version }): { $price } · ⚠️ sin aprobar, el cliente no lo conoce
hand-off-quote-unsent = { $number } (versión { $version }): { $price } · { $state }, nunca enviado al cliente
hand-off-quote-away = { $number } (versión { $version }): { $price } · saldrá cuando vuelva el cliente: ha bloqueado el bot
hand-off-quote-unpriced = { $number } (versión { $version }): sin precio
hand-off-quote-state = { $state ->
    [approved] lo tiene el cliente
    [accepted] aceptado
    [superseded] sustituido
    [declined] rechazado
    [expired] vencido
   *[other] { $state }
}
hand-off-promise-what = { $kind ->
    [promise-answer] respuesta de una persona
    [promise-review] precio revisado por el fundador
   *[other] { $kind }
}
hand-off-told-trial = Anticipo de prueba: { $amount }
hand-off-promise-open = { $what } a más tardar el { $by } (dicho el { $made })
hand-off-promise-late = ⚠️ { $what } a más tardar el { $by } (dicho el { $made }): aún sin cumplir
hand-off-promise-kept = ✓ { $what } a más tardar el { $by }: cumplido
hand-off-promise-kept-late = { $what } a más tardar el { $by }: cumplido con retraso
hand-off-promise-released = { $what } a más tardar el { $by }: ya no procede
hand-off-how-topic = Lo que escriba en este tema llega al cliente. El bot calla desde su primer mensaje hasta que devuelva la conversación.
hand-off-how-private = Responda a un mensaje reenviado y llegará al cliente; o pulse <b>Hablar aquí</b>. El bot calla desde su primer mensaje hasta que devuelva la conversación.
hand-off-button-talk = 💬 Hablar aquí
hand-off-button-back = ↩️ Devolver
hand-off-transcript = 📄 { $client } · proyecto { $lead }: todo lo escrito hasta ahora
hand-off-new-reason = 🔔 { $client } · proyecto { $lead }: { $reason }. El cliente sigue con ustedes.
hand-off-late-team = ⏰ { $client } · proyecto { $lead }: nadie respondió a tiempo. Se le ha dicho al cliente: { $by }.
hand-off-late-taken = ⏰ { $client } · proyecto { $lead }: alguien tomó la conversación, pero nadie ha escrito aún al cliente.
hand-off-given-back-team = ↩️ { $human } ha devuelto al bot la conversación con { $client } (proyecto { $lead }).
hand-off-forgotten = Los datos del cliente del proyecto { $lead } se borraron, así que la conversación termina aquí. Lo que escribió ya no existe; borre también lo que haya guardado en otro sitio.
relay-client = 👤 <b>{ $client }</b> · proyecto { $lead }
relay-edited = 👤 <b>{ $client }</b> · proyecto { $lead } · ✏️ modificado
relay-answered = 💬 <b>{ $human }</b> a { $client } · proyecto { $lead }
relay-now-human = Ahora habla usted con { $client } (proyecto { $lead }). Yo callo hasta que devuelva la conversación.
relay-blocked = 🚫 { $client } (proyecto { $lead }) ha bloqueado el bot: su mensaje no ha salido.
relay-file = 📎 <b>{ $client }</b> · proyecto { $lead } ha enviado un archivo. Responda aquí para contestar usted.
relay-question = ❓ <b>{ $client }</b> · proyecto { $lead } pregunta algo que no sé responder. Responda aquí y llegará al cliente.
relay-voice = 🎙 <b>{ $client }</b> · proyecto { $lead }, transcripción automática
relay-voice-unread-team = 🎙 { $client } · proyecto { $lead }: no se pudo transcribir el mensaje de voz; escúchelo, por favor.
relay-translation-held = ⚠️ La traducción automática añadía un importe, un enlace o un contacto, así que no la incluí.
relay-translation-held-client = ⚠️ { $client } · proyecto { $lead } ha recibido sus palabras sin traducción: la automática añadía un importe, un enlace o un contacto, así que no la incluí.
hand-off-summary-held = ⚠️ El resumen automático citaba un enlace o un contacto que nadie había escrito, así que no lo incluí.

talk-to-whom = ¿A quién? Esto no ha llegado a nadie. Elija un cliente y escríbalo de nuevo; o responda a uno de sus mensajes.
talk-to-nobody = Esto no ha llegado a nadie: ningún cliente espera a una persona. Para escribir a uno, responda a un mensaje reenviado, o pulse <b>Me encargo yo</b> en una tarjeta de presupuesto o en /lead.
talk-or-edit = Para cambiar un presupuesto, pulse antes <b>Editar</b> en su tarjeta.
talk-button-client = { $client } · proyecto { $lead }
talk-now = 💬 Ahora habla con <b>{ $client }</b> · proyecto { $lead }
    { $title }
    Todo lo que escriba aquí llega al cliente hasta que pulse Parar. Nada de lo que escribió antes se ha enviado.
talk-button-stop = ✋ Parar
talk-stopped = Parado. Lo que escriba aquí ya no llega a { $client }.
talk-taken = 🙋 { $human } se ocupa de { $client } (proyecto { $lead }).
talk-went-elsewhere = Esa respuesta ha ido a <b>{ $client }</b> (proyecto { $lead }).
talk-only-crew = { $name }, aquí solo los miembros del equipo pueden responder a los clientes. Su mensaje no ha llegado a nadie.
talk-topic-closed = Esta conversación se devolvió al bot; su mensaje no ha salido. Para volver a escribir a { $client }, tómela de nuevo.
talk-notice-topic = Escriba a { $client } en el tema del proyecto { $lead }, en el grupo del equipo.
talk-notice-already = Ya está hablando con { $client }.
talk-notice-now = Ahora habla con { $client } · proyecto { $lead }
talk-notice-not-talking = Ahora no está hablando con { $client }.
talk-notice-stopped = Parado
talk-notice-back = { $client } está de nuevo con el bot.
refused-no-hand-off = { $client } ya habla con el bot.
refused-hand-off-over = Ese botón es de una conversación anterior con { $client }, ya devuelta. Use la tarjeta más reciente.
refused-back-nobody = ¿Qué conversación devuelvo? Responda con /back a un mensaje del cliente, o pulse Devolver en la tarjeta.

undeliverable = ⚠️ No se pudo entregar un mensaje a { $who }: { $why }. Sigo con los siguientes; si fallan más en esta hora, van a la lista sin otro aviso. /aside los muestra y puede volver a enviarlos.
undeliverable-blocked = 🚫 { $client } (proyecto { $lead }) ha bloqueado el bot. No le llega nada hasta que vuelva.
undeliverable-topic = ⚠️ No puedo abrir temas en el grupo del equipo. Hágame administrador con «Gestionar temas». Hasta entonces las conversaciones aparecen en el chat general; responda a un mensaje reenviado para contestar.
undeliverable-group = ⚠️ Ya no puedo escribir en el grupo del equipo. Las conversaciones le llegan en privado hasta que vuelva a él.
group-moved = ℹ️ El grupo del equipo es ahora un supergrupo, con el identificador <code>{ $chat }</code>. Sigo allí por mi cuenta; cuando pueda, póngalo en TEAM_CHAT_ID.
