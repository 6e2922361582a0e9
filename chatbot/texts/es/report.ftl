# Informes: la vista general, las listas, un proyecto, y el estado de los proyectos de un cliente.

command-pipeline = Todos los proyectos en una imagen
command-lead = Todo sobre un proyecto
command-leads = Los proyectos, por etapa
command-aside = Lo que no funcionó, para reintentar
command-status = Cómo va su proyecto

lead-untitled = aún sin título
pipeline-caption = { $open ->
    [0] <b>Ningún proyecto abierto.</b>
    [one] <b>Un proyecto abierto.</b>
   *[other] <b>{ $open } proyectos abiertos.</b>
}
pipeline-waits = Espera por usted:
    { $lines }
pipeline-nothing-waits = Nada espera por usted.
pipeline-to-decide = { $count } por aprobar o rechazar (proyecto { $leads })
pipeline-verdicts = { $count ->
    [one] Una prueba pagada por decidir (proyecto { $leads })
   *[other] { $count } pruebas pagadas por decidir (proyecto { $leads })
}
pipeline-to-answer = { $count ->
    [one] Un cliente espera a una persona (proyecto { $leads })
   *[other] { $count } clientes esperan a una persona (proyecto { $leads })
}

leads-title = <b>Proyectos: { $count }</b>
leads-none = No hay proyectos aquí.
leads-line = <b>{ $lead }</b> · { $client } · { $title } · { $stage } desde el { $since }
leads-unknown-stage = No conozco ninguna etapa «{ $words }».
leads-stages = Las etapas, como en <code>/leads quoted</code>:
    { $lines }
leads-stage = <code>{ $id }</code>: { $stage }, { $count }

lead-head = <b>Proyecto { $lead } · { $title }</b>
    { $client }, escribe en { $language }
    { $stage } desde el { $since }; empezó el { $created }
lead-reason = Motivo: { $reason }
lead-reason-client = el cliente retiró el proyecto
lead-reason-forgotten = los datos del cliente se borraron
lead-friend = De parte de { $friend } ({ $percent } %)
lead-friend-private = De parte de { $friend } ({ $percent } %); el cliente lo mantiene en privado
lead-no-friend = Nadie recomendó a este cliente.
lead-brief = <b>Lo que sabemos</b>
    { $lines }
lead-brief-empty = Todavía no se sabe nada del proyecto.
lead-quotes = <b>Presupuestos</b>
    { $lines }
lead-quote = { $number }, { $created }: { $state }
lead-quote-price = { $number }, { $created }: { $state }, { $price }
lead-quote-founder-price = { $number }, { $created }: { $state }, { $price } (precio del fundador)
quote-state-waiting = espera al fundador
quote-state-approved = aprobado
quote-state-accepted = aceptado por el cliente
quote-state-superseded = reemplazado
quote-state-declined = rechazado
quote-state-expired = vencido
lead-promises = <b>Lo que se le dijo al cliente</b>
    { $lines }
lead-promise = { $kind } antes de { $due }: { $state }
lead-promise-review = El fundador revisa el precio
lead-promise-answer = Responde una persona
lead-promise-other = Una promesa
lead-promise-open = pendiente
lead-promise-late = atrasada
lead-promise-kept = cumplida
lead-promise-kept-late = cumplida, con retraso
lead-promise-released = ya no procede
lead-told-quote = Presupuesto { $number }: { $price }, válido hasta el { $until }
lead-told-trial = Prueba por { $amount }
lead-told-other = Se prometió algo el { $day }
lead-money = <b>Dinero</b>
    { $lines }
lead-signed = Firmado: { $amount }
lead-paid = Pagado el { $day }: { $amount }
lead-refunded = Reembolsado el { $day }: { $amount }
lead-deposit = Depósito de prueba retenido: { $amount }
lead-commission = Comisión del amigo: { $amount }
lead-waits-for-human = 🙋 Espera a una persona, prometida antes de { $due }.
lead-with-human = 💬 { $name } está hablando con el cliente.
lead-last-words = <b>Últimas palabras</b>
    { $lines }
lead-said-client = Cliente: { $words }
lead-said-bot = Bot: { $words }
lead-said-human = Nosotros: { $words }
lead-button-take-over = 🙋 Tomar el chat
lead-button-give-back = Devolver al bot
lead-button-card = La tarjeta pendiente

status-none = Todavía no tiene ningún proyecto con nosotros. Cuénteme uno, con sus propias palabras.
status-crew = /pipeline y /leads muestran los proyectos de la casa; /status es para los clientes.
status-lead = <b>Proyecto { $lead } · { $title }</b>
    { $stage }
status-due = Tendrá noticias nuestras a más tardar el { $due }.
status-overdue = Debía tener noticias nuestras antes del { $due }. Vamos con retraso y lo sentimos; /human llama a una persona.
status-listening = Le escuchamos. Cuénteme más, o pida el borrador cuando quiera.
status-drafting = Estamos dibujando su mapa. Después el fundador revisa el precio.
status-reviewing = Su mapa está dibujado; el fundador revisa el precio personalmente.
status-quoted = Ya tiene nuestro presupuesto. El siguiente paso es suyo: aceptar, conversar, cambiar, o ahora no.
status-paused = Está en pausa, como usted quiso. Escriba aquí cuando quiera continuar.
status-agreed = Usted quiere seguir adelante. Una persona repasa con usted las preguntas abiertas y después se fija el precio final.
status-trial-offered = Le hemos ofrecido una prueba. El siguiente paso es suyo.
status-trial-agreed = Usted aceptó la prueba. Empieza cuando llegue el depósito.
status-trial-paid = La prueba está en marcha. Aquí sabrá si el proyecto es viable.
status-won = Está decidido, trabajamos juntos. 🎉
status-lost = Este está cerrado. /new empieza otro.
status-declined = No pudimos aceptar este. /new empieza otro.
status-with-waiting = Se ha llamado a una persona, que le responderá aquí.
status-with-human = Está hablando aquí con una persona de nuestro equipo.

aside-none = ✅ Ahora no hay nada apartado. Lo que se está reintentando volverá aquí si falla.
aside-title = <b>Apartados: { $count }</b>
    Esto no funcionó: inténtelo otra vez o descártelo.
aside-many = más de { $count }
aside-line = <b>{ $number }</b> · { $what } · { $whose } · { $at }
    { $attempts ->
        [0] Motivo: { $why }
       *[other] Intentos: { $attempts }; { $why }
    }
aside-more = { $count ->
    [one] Y uno más antiguo; aparece
   *[other] Y { $count } más antiguos; aparecen
    } a medida que resuelve estos.
aside-older = Y otros más antiguos; aparecen a medida que resuelve estos.
aside-in = { $kind ->
    [message] Un mensaje recibido
    [edited_message] Una edición recibida
    [callback_query] Una pulsación de un botón
    [my_chat_member] El aviso de que el bot fue bloqueado, añadido o expulsado
   *[other] Una actualización recibida, de tipo «{ $kind }»
} (n.º { $update })
aside-in-unreadable = Una actualización ilegible, de tipo «{ $kind }» (n.º { $update })
aside-out = { $kind ->
    [Say] Un mensaje por enviar
    [Copy] Un archivo o mensaje por transmitir
    [Edit] El cambio de un mensaje
    [OpenTopic] Un tema por abrir
   *[other] Un ajuste en un chat
}
aside-job = { $kind ->
    [answer] La lectura de lo que escribió el cliente
    [draft] El dibujo del mapa mental
    [revise] El cambio del mapa mental
    [summarise] El resumen para quien toma la conversación
    [translate] Una traducción
    [transcribe] La escucha de una nota de voz
   *[other] Un recordatorio
}
aside-picture = No se pudo dibujar una imagen; el texto sale sin ella
aside-lead = { $client }, proyecto { $lead }
aside-group = el grupo del equipo
given-up-refused = Telegram lo rechazó ({ $words })
given-up-away = Telegram no lo aceptó mientras aceptaba otros ({ $words })
given-up-late = Telegram no me dio el archivo en todo un día
given-up-fault = un fallo mío ({ $words })
given-up-unreadable = no lo puedo leer ({ $words })
given-up-model = el modelo de lenguaje no dio una respuesta útil ({ $words })
given-up-unfinished = se empezó varias veces y nunca se terminó
given-up-unknown = mi versión actual no conoce este tipo de tarea
given-up-damaged = la fila está dañada en el archivo; quizá siga intacta en una copia de seguridad
aside-button-again = ↻ { $number } Reintentar
aside-button-let-go = ✕ { $number } Descartar
aside-button-again-all = ↻ Reintentar estos { $number }
aside-button-let-go-all = ✕ Descartar estos { $number }
notice-aside-again = Lo intento de nuevo
notice-aside-let-go = Descartado
refused-aside-over = Eso ya no está apartado. /aside muestra lo que queda.
