# Asientos y pruebas: las tarjetas de los fundadores, y lo que oyen los clientes.

command-won = Un proyecto se firmó
command-lost = Un proyecto se perdió
command-paid = Anotar un pago
command-refund = Anotar un reembolso
command-took = Días que llevó de verdad

money-usage-won = <code>/won 12 68000</code>: el proyecto 12 se firmó por 68 000.
money-usage-lost = <code>/lost 12 eligió a otro equipo</code>: el proyecto 12 se perdió, y por qué.
money-usage-paid = <code>/paid 12 20000</code>: el proyecto 12 pagó 20 000.
money-usage-refund = <code>/refund 12 5000 se quitó el diseño</code>: se devuelven 5000 al proyecto 12, y por qué.
money-usage-took = <code>/took 12 75</code>: el proyecto 12 llevó de verdad 75 días-persona.
money-usage-lead = <code>/lead 12</code>: todo sobre el proyecto 12.
money-no-number = ¿Qué proyecto? Escriba primero su número. { $usage }
money-no-amount = ¿Cuánto? Escriba el importe después del proyecto { $lead }. { $usage }
money-amount-unclear = No puedo leer «{ $words }» como un importe en { $currency }; no se anotó nada. Escríbalo en cifras. { $usage }
money-amount-not-above-zero = «{ $words }» no es mayor que cero; no se anotó nada. Un importe debe serlo. { $usage }
money-amount-too-fine = «{ $words }» tiene demasiados decimales; no se anotó nada. { $currency } { $digits ->
    [0] no tiene decimales
   *[other] tiene { $digits } decimales como máximo
}. { $usage }
money-amount-too-large = «{ $words }» es demasiado para un importe; no se anotó nada. ¿Sobra alguna cifra? { $usage }
money-no-reason = Añada en pocas palabras el motivo para el proyecto { $lead }. { $usage }
money-days-unclear = ¿Cuántos días-persona llevó el proyecto { $lead }? Escriba un número mayor que cero, hasta { $most }. { $usage }
money-refused-won = El proyecto { $lead } está en «{ $stage }», así que no puede firmarse ahora. No se anotó nada.
money-refused-lost = El proyecto { $lead } está en «{ $stage }», así que no puede cerrarse como perdido ahora. No se anotó nada.
money-refused-paid = El proyecto { $lead } está en «{ $stage }». Un pago se anota cuando está ganado (/won), o como depósito de una prueba que el cliente aceptó. No se anotó nada.
money-refused-refund = El proyecto { $lead } está en «{ $stage }», así que no puede reembolsarse nada ahora.
money-refused-took = El proyecto { $lead } está en «{ $stage }». Lo que llevó se anota cuando está ganado.
money-nothing-paid = No hay nada pagado del proyecto { $lead } que pueda reembolsarse.
money-refund-too-much = Del proyecto { $lead } se puede devolver { $paid } como máximo; { $amount } es más que eso. No se anotó nada.
money-took-no-quote = El proyecto { $lead } nunca tuvo una estimación nuestra, así que no hay nada que comparar.
took-noted = Anotado: el proyecto { $lead } llevó { $days } días-persona; el presupuesto { $number } decía de { $low } a { $high }. { $closed ->
    [one] Un proyecto terminado corrige ahora las estimaciones.
   *[other] { $closed } proyectos terminados corrigen ahora las estimaciones.
}

booking-won = ✍️ <b>¿Firmar el proyecto { $lead }?</b>
    { $client } · { $title }
    Precio firmado: <b>{ $amount }</b>
booking-lost = <b>¿Cerrar el proyecto { $lead } como perdido?</b>
    { $client } · { $title }
booking-paid = 💰 <b>¿Anotar un pago del proyecto { $lead }?</b>
    { $client } · { $title }
    Importe: <b>{ $amount }</b>
booking-deposit = 💰 <b>¿Anotar el depósito de la prueba del proyecto { $lead }?</b>
    { $client } · { $title }
    Importe: <b>{ $amount }</b>
booking-refund = ↩️ <b>¿Anotar un reembolso del proyecto { $lead }?</b>
    { $client } · { $title }
    Importe: <b>{ $amount }</b>
booking-reason = Motivo: { $reason }
booking-commission = Comisión de { $friend }: <b>{ $amount }</b>
booking-commission-back = Comisión descontada a { $friend }: <b>{ $amount }</b>
booking-commission-later = Comisión ahora: ninguna. { $friend } gana con cada pago, { $amount } sobre el precio completo.
booking-commission-trial = Comisión: ninguna. { $friend } gana por una prueba solo cuando el depósito se descuenta del precio.
booking-commission-none = Comisión: nada cambia para { $friend }.
booking-commission-nobody = Comisión: ninguna, nadie recomendó a este cliente.
booking-so-far = Pagado con esto: { $paid } de { $signed }.
booking-same-lately = ⚠️ El mismo importe se anotó para este proyecto en las últimas 24 horas. Anótelo solo si es otro pago.
booking-other-deposit = ⚠️ El depósito previsto es de { $deposit }.
booking-still-paid = Hay { $paid } pagados y sin reembolsar; /refund sigue siendo posible.
booking-told = Se avisará a:
    { $names }
booking-told-client = { $name }, cliente
booking-told-friend = { $name }, que recomendó
booking-told-founder = { $name }, del equipo fundador
booking-told-nobody = No hay que avisar a nadie más.
booking-button-book = ✅ Anotar
booking-button-cancel = Cancelar
booking-booked = Anotado
booking-already-booked = Esto ya se anotó. No se anotó por segunda vez.
booking-already-cancelled = Esta tarjeta se canceló. No se anotó nada.
booking-cancelled = Proyecto { $lead }: { $founder } canceló la tarjeta. No se anotó nada.
booking-cancelled-notice = No se anotó nada
booked-won = ✅ Proyecto { $lead }, { $client }: firmado por <b>{ $amount }</b>. Anotado por { $founder }.
booked-lost = Proyecto { $lead }, { $client }: { $founder } lo cerró como perdido.
booked-paid = ✅ Proyecto { $lead }, { $client }: pago de <b>{ $amount }</b>. Anotado por { $founder }.
booked-deposit = ✅ Proyecto { $lead }, { $client }: depósito de prueba de <b>{ $amount }</b>. Anotado por { $founder }.
booked-refund = ✅ Proyecto { $lead }, { $client }: reembolso de <b>{ $amount }</b>. Anotado por { $founder }.

won-client = 🎉 Está decidido: { $shop } hace su proyecto, por el precio acordado de <b>{ $amount }</b>. Gracias por su confianza. Una persona prepara aquí el comienzo con usted.
lost-client = Cerramos aquí este proyecto. Gracias por el tiempo que le dedicó; si vuelve a surgir, o surge otro, { $shop } estará encantado de escucharle: /new.
paid-client = Gracias, su pago de <b>{ $amount }</b> ha llegado. Pagado hasta ahora: { $total }.
refund-client = Le estamos devolviendo <b>{ $amount }</b>. Si en unos días no ha llegado, escríbanos aquí.

trial-confirm = <b>¿Ofrecer una prueba a { $client }?</b>
    Proyecto { $lead } · { $title }
    Depósito: <b>{ $amount }</b>. Se descuenta del precio si el proyecto es viable; si no, se devuelve.
trial-button-offer = Ofrecer
trial-button-cancel = Cancelar
trial-not-offered = Proyecto { $lead }: no se ofreció ninguna prueba.
trial-only-once = El proyecto { $lead } ya tuvo su prueba.
trial-offered-founder = Proyecto { $lead }: se ofreció a { $client } la prueba por { $amount }.
trial-offered-notice = Ofrecida
trial-offer-client = { $founder }, de { $shop }, ha estudiado su proyecto. Antes de dar un precio, nos gustaría averiguar si puede hacerse bien, con una breve prueba de pago.

    La prueba cuesta <b>{ $amount }</b>. Si el proyecto es viable, se descuenta de su precio. Si no lo es, se le devuelve por completo.
trial-button-accept = Aceptar la prueba
trial-button-refuse = No, gracias
trial-button-human = Hablar con alguien
trial-accepted-client = Gracias. La prueba cuesta { $amount }; una persona le escribirá aquí sobre cómo pagarla, y entonces empezamos. Si el proyecto es viable, se descuenta de su precio; si no lo es, se le devuelve por completo.
trial-accepted-notice = Gracias
trial-accepted-founder = 🙌 { $client } aceptó la prueba del proyecto { $lead }. Dígale cómo pagar { $amount }. Cuando llegue: <code>{ $command }</code>
trial-button-take-over = 🙋 Tomar el chat
trial-refused-client = Está muy bien: sin prueba, entonces. Su proyecto sigue con nosotros. Si cambia de opinión, toque abajo: la prueba cuesta <b>{ $amount }</b>; se descuenta del precio si el proyecto es viable y, si no, se le devuelve por completo.
trial-refused-notice = De acuerdo
trial-refused-founder = { $client } prefiere no hacer la prueba. El proyecto { $lead } queda en pausa; su presupuesto aún puede editarse.
trial-paid-client = Gracias, el depósito de <b>{ $amount }</b> ha llegado. Ahora averiguamos si su proyecto puede hacerse bien y se lo decimos aquí.
trial-verdict = 🔬 El depósito de { $amount } de { $client } está anotado (proyecto { $lead } · { $title }). Cuando lo sepa: ¿el proyecto es viable?
trial-button-feasible = ✅ Viable
trial-button-not-feasible = No viable
trial-decided-already = La prueba del proyecto { $lead } ya está decidida. Nada ha cambiado.
trial-feasible-client = Buenas noticias: su proyecto es viable. Su depósito de { $amount } se descuenta del precio. Ahora terminamos el mapa y el rango de precio; el fundador los revisa antes de que usted los reciba.
trial-feasible-notice = Descontado, y de vuelta al dibujo
trial-done-feasible = ✅ Proyecto { $lead }: { $founder } lo encontró viable. El depósito se descuenta y el mapa se está dibujando.
trial-why-not = ¿Por qué no es viable? Sus palabras llegan tal cual a { $client }, junto con el reembolso de { $amount }.
trial-why-not-language = El cliente escribe en: { $language }. /cancel lo descarta.
trial-reason-missing = Escriba el motivo con palabras: el cliente merece una respuesta honesta.
trial-not-feasible-client = Lo hemos mirado de cerca, y no podemos hacer este proyecto como debería hacerse. El motivo:

    { $reason }

    Se le devuelve por completo su depósito de <b>{ $amount }</b>. Gracias por confiar en { $shop }; si surge otro proyecto, nos alegrará conocerlo.
trial-done-not-feasible = Proyecto { $lead }: { $founder } lo encontró no viable. Hay un reembolso de { $amount } anotado.
trial-refund-owed = { $client } ya tiene su respuesta honesta. Por favor, devuélvale { $amount }: el reembolso está anotado.
