# For everyone: help, privacy, languages, refusals, trouble; the menus of commands.

help-client = Soy el asistente de <b>{ $shop }</b>. Cuénteme un proyecto y recibirá un mapa mental y un rango de precio honesto, revisado por el fundador. Es gratis.

    /new – un segundo proyecto
    /status – cómo va todo
    /human – hablar con una persona
    /refer – recomendarnos a un amigo y recibir un agradecimiento
    /referrals, /earnings – sus recomendados y lo que ha ganado
    /language – cambiar de idioma
    /privacy – qué guardamos
    /mydata – todo lo que guardamos de usted, en un archivo
    /forget – borrarlo
    /cancel – cancelar la pregunta en curso, o un proyecto
    /id – su identificador de Telegram
help-team = Usted puede responder a los clientes de <b>{ $shop }</b>; los presupuestos y el dinero son cosa de los fundadores.

    Responda a un mensaje transmitido y su respuesta le llegará a ese cliente. O pulse <b>Hablar aquí</b> en la tarjeta del cliente.
    /leads – los proyectos por etapa
    /lead 12 – todo sobre uno
    /back – devolver la conversación al bot
    /language, /privacy, /id
help-founder = Usted decide sobre cada presupuesto de <b>{ $shop }</b>.

    /pipeline – cómo van los proyectos, en una imagen
    /leads quoted – los proyectos de una etapa
    /lead 12 – todo sobre uno
    /won 12 68000 – firmado, con el precio
    /lost 12 motivo – no se hará
    /paid 12 20000 – entró un pago
    /refund 12 5000 motivo – se devolvió dinero
    /took 12 75 – días-persona que llevó de verdad
    /back – devolver una conversación al bot
    /aside – lo que no funcionó, para reintentar
    /refer, /referrals, /earnings – sus propios recomendados
    /language, /privacy, /id, /cancel

    Para escribir a un cliente, responda a un mensaje transmitido, o pulse <b>Tomar la conversación</b> o <b>Hablar aquí</b>.
help-group = En este grupo abro un tema por cada cliente que les paso. Lo que escriban en el tema le llega al cliente; los botones de la tarjeta devuelven la conversación al bot.

language-which = ¿En qué idioma le hablo?
language-en = English
language-zh = 中文
language-fr = Français
language-es = Español
language-set = Muy bien, desde ahora le hablo en español. Usted puede escribir en cualquier idioma.

id-person = Su identificador de Telegram: <code>{ $id }</code>
id-group = Su identificador de Telegram: <code>{ $id }</code>
    Identificador de este grupo: <code>{ $chat }</code>
new-not-for-crew = Con esta cuenta se administra el taller. Para probarlo como cliente, use otra cuenta de Telegram.
human-not-for-crew = La persona a la que paso los clientes es usted.
cancelled = Cancelado. Ya no espero nada.
nothing-to-cancel = No hay nada que cancelar.
edit-not-sent = He anotado su corrección, pero el cliente conserva la primera versión. Envíe un mensaje nuevo, por favor.
expected-not-taken = Ahora eso lo decide el fundador, así que no he cambiado ni enviado nada.
expected-over = Lo que ha escrito no ha llegado a nadie: la pregunta sobre el proyecto { $lead } ya no está abierta.
group-unknown = Solo trabajo en el grupo del equipo, así que me voy. Si es este, ponga { $chat } en TEAM_CHAT_ID y añádame otra vez.

refused-not-allowed = Ese botón no es para usted.
refused-button-used = Ya pulsó ese botón.
refused-button-unknown = Ese botón ya no funciona. /help muestra lo que puede hacer.
refused-unknown-command = No conozco ese comando. /help muestra lo que puede hacer.
refused-lead-stage = Eso no es posible en este punto del proyecto. Mire /status, o /lead si es del taller.
refused-no-lead = No hay ningún proyecto { $lead }. En /leads están todos.
refused-forgotten = Los datos del cliente del proyecto { $lead } se borraron: ya no hay a quién escribir ni nada que mostrar. /paid y /refund siguen funcionando con su número.
refused-speaker = Eso no es posible en este punto de la conversación.
flood-slowed = Usted escribe más rápido de lo que yo leo. Tengo todos sus mensajes y los leo uno por uno; no hace falta que reenvíe nada.
trouble = Algo ha fallado de nuestro lado. Su mensaje está guardado y el fundador ya lo sabe; no hace falta que lo envíe otra vez.
trouble-founder = ⚠️ <b>Algo ha fallado</b>
    { $what } · { $who } · { $why }
    No se ha perdido nada: lo apartado está en /aside y los detalles, en el registro.
trouble-more = ⚠️ { $count ->
    [one] Hubo un fallo más en esa misma hora.
   *[other] Hubo { $count } fallos más en esa misma hora.
    } Los detalles están en el registro; no se ha perdido nada.
outage-begun = ⚠️ Mi base de datos no se puede usar: { $why }. No se ha perdido nada, pero nadie recibe respuesta hasta que se arregle; Telegram guarda 24 horas lo que la gente escribe. Cuando se arregle, sigo por mi cuenta.
outage-why-locked = otro programa la tiene ocupada
outage-why-full = el disco está lleno
outage-why-readonly = no tengo permiso de escritura
outage-why-damaged = el archivo está dañado; <code>chatbot restore</code> recupera una copia
outage-why-unopened = el archivo no se puede abrir
outage-why-disk = el disco falla
outage-why-moved = el archivo se movió o se reemplazó
outage-over = ✅ Mi base de datos vuelve a funcionar; no se podía usar desde { $since }. No se ha perdido nada.
outage-over-long = ✅ Mi base de datos vuelve a funcionar; no se podía usar desde { $since }, más de las 24 horas que Telegram guarda los mensajes. Pueden faltar los más antiguos: pregunte a las personas de las que esperaba noticias.

command-start = Empezar
command-help = Qué puede hacer
command-new = Un segundo proyecto
command-human = Hablar con una persona
command-language = Cambiar de idioma
command-privacy = Qué guardamos
command-mydata = Todo lo que guardamos de usted, en un archivo
command-forget = Borrar todo lo que hay sobre usted
command-cancel = Cancelar la pregunta en curso
command-id = Su identificador de Telegram
bot-description = { $shop }: cuente su proyecto de software y reciba un mapa mental y un rango de precio honesto, revisado por el fundador. El mapa y el presupuesto son gratis.
bot-short-description = De su idea a un mapa mental y un rango de precio honesto. El mapa y el presupuesto son gratis.
