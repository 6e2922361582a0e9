# Lo que leen los amigos que nos traen clientes, y lo que los clientes leen de ellos.

command-refer = Su enlace personal
command-referrals = Los clientes que ha traído
command-earnings = Lo que ha ganado

refer-intro = <b>Su enlace personal</b>
    { $link }

    Quien lo abra y trabaje con nosotros viene de su parte: el { $percent } % de lo que pague es para usted, como agradecimiento nuestro. El precio de esa persona no cambia. Desde que alguien abre su enlace, sus proyectos nuevos cuentan para usted durante { $days } días.

    El mensaje siguiente está listo para reenviar. /referrals muestra cómo van las cosas y /earnings lo que ha ganado.
refer-forward = ¿Tiene en mente un proyecto de software? { $shop } le dibuja un mapa de funciones y le da un rango de precio honesto, sin costo. Cuénteselo al bot con sus propias palabras: { $link }
refer-button-share = Compartir el enlace

referral-brought = Usted llega a { $shop } de parte de { $name }. Si trabajamos juntos, { $name } recibe un agradecimiento nuestro; su precio es el mismo. { $name } solo sabe cómo van las cosas, no ve lo que usted escribe ni su presupuesto.
referral-own-code = Ese es su propio enlace: sirve para sus amigos, no para usted. Nada ha cambiado.
referral-unknown-code = No conozco ese enlace; quizá le falte un carácter. De todos modos, le damos la bienvenida.
referral-crew = Usted es de la casa: el enlace de un amigo no cambia nada.
referral-same = Usted ya está aquí por el enlace de { $name }. Todo sigue igual.
referral-first-counts = Usted llegó primero por el enlace de { $name }, y el primero es el que cuenta. Todo sigue igual.
referral-client-already = Usted ya era cliente nuestro antes de este enlace, así que no cambia nada.
referral-receipt = 🤝 Alguien abrió su enlace y vino a nosotros. Si trabajamos juntos, el { $percent } % de lo que pague es para usted; este porcentaje queda fijo. Vale para los proyectos que empiecen hasta el { $until }. Le aviso en cada paso; /referrals los muestra todos.
referral-button-private = Mantenerlo en privado
referral-button-share = Volver a compartir
referral-kept-private = Listo: { $name } ya no sabrá cómo van las cosas. Si trabajamos juntos, { $name } solo sabrá lo que le corresponde, no su nombre ni su precio.
referral-kept-private-notice = Queda en privado
referral-shared = Listo: { $name } vuelve a saber cómo van las cosas. No ve lo que usted escribe ni su presupuesto.
referral-shared-notice = Se comparte de nuevo
referral-someone = alguien (en privado)

referral-news-talked = 👋 { $name } nos ha contado un proyecto. ¡Gracias por presentarnos!
referral-news-quoted = 📄 { $name } ha recibido nuestro mapa y nuestro rango de precio.
referral-news-agreed = 🙌 { $name } quiere seguir adelante. Una persona de nuestro equipo ya lo atiende.
referral-news-won = 🎉 Está decidido: trabajamos con { $name }. Con cada pago usted gana su parte.
referral-news-paid = 💰 Ha llegado un pago de { $name }. Su comisión: <b>{ $commission }</b>. /earnings lo muestra todo.
referral-news-refunded = ↩️ Se devolvió parte de un pago a { $name }, y con ella { $commission } de su comisión. /earnings lo muestra todo.
referral-news-lost = { $name } y nosotros no haremos este proyecto juntos. Gracias de todos modos por presentarnos.

referrals-title = { $count ->
    [one] <b>Nos ha traído un cliente</b>
   *[other] <b>Nos ha traído { $count } clientes</b>
}
referrals-none = Todavía no nos ha traído a nadie. /refer le da su enlace.
referrals-line = <b>{ $name }</b>: { $stage } (desde el { $since })
referrals-line-more = <b>{ $name }</b>: { $stage } (desde el { $since }); y { $count } { $count ->
        [one] proyecto
       *[other] proyectos
    } más
referrals-line-private = { $name }, aquí desde el { $since }
referral-stage-opened = abrió su enlace
referral-stage-listening = nos cuenta un proyecto
referral-stage-drafting = estamos dibujando el mapa
referral-stage-reviewing = el fundador revisa el precio
referral-stage-quoted = tiene nuestro presupuesto
referral-stage-paused = está en pausa
referral-stage-agreed = quiere seguir adelante
referral-stage-trial_offered = piensa en una prueba
referral-stage-trial_agreed = aceptó una prueba
referral-stage-trial_paid = prueba en curso
referral-stage-won = trabajamos juntos 🎉
referral-stage-lost = no se concretó
referral-stage-declined = no es un proyecto para nosotros

earnings-title = <b>Ha ganado { $balance }</b>
earnings-none = Todavía no ha ganado nada. Empieza con el primer pago de un cliente que usted traiga.
earnings-line-earned = { $day } · proyecto { $lead } · comisión por un pago · <b>+{ $amount }</b>
earnings-line-back = { $day } · proyecto { $lead } · descontado tras un reembolso · −{ $amount }
earnings-terms = Los clientes nuevos dan el { $percent } % de lo que pagan; para cada uno, el porcentaje es el del día en que llegó. { $shop } se lo paga: el fundador lo liquida con usted personalmente.

list-of-lines = { $lines }
list-and-more = … y { $count } más
