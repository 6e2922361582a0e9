# What is kept about people, and what they can ask of it: /privacy, /mydata, /forget.

privacy = <b>Qué guarda { $shop } sobre usted, y por qué</b>
    Su nombre y su identificador de Telegram, lo que usted escribe y envía aquí, y lo que hacemos con ello: mapa mental, presupuestos, pagos. Si nos manda amigos: su enlace, quién llegó por él y cuánto ha ganado. Lo necesitamos para el proyecto y para el agradecimiento, y no lo usamos para nada más.
privacy-where = <b>Dónde.</b> En nuestra propia base de datos. Su nombre y todo lo escrito están cifrados, con una clave aparte para cada persona. Los archivos y las notas de voz se quedan en Telegram; guardamos constancia de que llegaron, el texto que los acompaña y lo que dice una nota de voz.
privacy-who = <b>Quién lo ve.</b> El fundador y el equipo. El amigo que le habló de nosotros solo sabe cómo va todo: no ve lo que usted escribe ni su presupuesto. Lo que él recibe es una parte de lo que usted paga, así que un pago se nota.
privacy-until-asked = <b>Cuánto tiempo.</b> Hasta que usted pida que lo borremos.
privacy-until-silent = <b>Cuánto tiempo.</b> Hasta que usted pida que lo borremos; a más tardar tras { $days } días sin noticias, salvo que haya algo en marcha, algo pendiente de pago o alguien a quien usted recomendó que aún cuente para usted. Después se borra sin más aviso.
privacy-books = Lo que se pagó queda en nuestra contabilidad, sin su nombre, porque la ley obliga a conservarla.
privacy-model = <b>IA.</b> Para entender lo que escribe y sus notas de voz usamos un modelo de lenguaje de { $provider }. Recibe sus palabras, pero no su nombre ni su identificador.
privacy-model-own = <b>IA.</b> Para entender lo que escribe y sus notas de voz usamos un modelo de lenguaje en nuestro propio ordenador. Ningún proveedor de IA recibe sus palabras.
privacy-no-model = <b>IA.</b> Ninguna externa: un programa nuestro lee sus mensajes y ningún proveedor de IA los recibe. Las notas de voz las escucha una persona.
privacy-rights = <b>Sus derechos.</b> /mydata le envía todo lo que guardamos de usted. /forget lo borra. /human si quiere preguntarle a una persona.
privacy-contact = <b>Responsable.</b> { $details }

mydata-here = Aquí está todo lo que guardamos de usted, en un archivo. Se abre con cualquier editor de texto.
mydata-just-now = Ya recibió su archivo ({ $at }). Podrá pedir el siguiente más tarde ({ $again }).

forget-crew = Usted es del taller: primero hay que quitar su identificador de los ajustes (FOUNDER_IDS, TEAM_IDS). Después envíe /forget otra vez.
forget-ask = ¿Quiere que { $shop } le olvide? Su nombre, todo lo que escribió aquí, los mapas mentales y los presupuestos se destruirán para siempre; nosotros tampoco podremos leerlos más. Los proyectos aún no acordados se cerrarán.
forget-stays-number = Lo que queda: números de proyecto e importes sin su nombre, anotados como { $pseudonym }.
forget-stays-money = Lo que queda: los números de proyecto y los pagos en nuestros libros, porque la ley obliga a conservarlos. Figuran como { $pseudonym }, sin su nombre.
forget-stays-agreed = Lo que hemos acordado ({ $count ->
    [one] proyecto
   *[other] proyectos
    } { $leads }) queda abierto, solo con su número, hasta que el fundador lo cierre.
forget-stays-friend = Su enlace deja de funcionar. Quienes llegaron por él siguen en la cuenta de { $pseudonym }.
forget-owed = <b>Todavía le debemos { $amount }.</b> Lo mejor es cobrarlo antes: escriba /human. O apunte { $pseudonym }; con eso aún podrá reclamarlo.
forget-claim = <b>Todavía le debemos { $amount }.</b> Anote { $pseudonym }: ya no sabemos su nombre, pero con esa referencia puede reclamarlo.
forget-deposit = <b>Tenemos su depósito de { $amount }.</b> Anote { $pseudonym }: con esa referencia se le puede devolver o descontar.
forget-chats = Los mensajes de esta conversación están en su Telegram: borre allí la conversación. Lo que nuestro equipo ya leyó en Telegram queda en sus conversaciones hasta que lo borre. Las copias de seguridad pueden contenerlo hasta que también se borren.
forget-button-yes = Olvídenme
forget-button-no = Prefiero seguir
forget-kept = Todo queda como estaba.
forget-notice = Ya le hemos olvidado
forget-done = Hecho: le hemos olvidado.
forget-again = Gracias por su confianza. Si algún día vuelve a escribir, empezamos de cero.

forgotten-founder = 🗑 Un cliente pidió que borráramos sus datos ({ $count ->
    [one] proyecto
   *[other] proyectos
    } { $leads }). Lo que escribió, su nombre y sus presupuestos están destruidos. Borre también lo que usted guarde en otro sitio.
forgotten-founder-agreed = Ya acordado: { $leads }. Queda abierto por si hay contrato: /won y /paid funcionan con el número, /lost cierra.
forgotten-founder-owed = 🗑 Alguien que trajo clientes pidió borrar sus datos. Aún le debemos { $amount }; puede reclamarlo con { $pseudonym }.
forgotten-founder-deposit = El depósito de { $amount } del proyecto { $lead } sigue con nosotros. Quien dé la referencia { $pseudonym } puede pedir que se le devuelva o se le descuente.
forgotten-card = 🗑 Los datos de este cliente se borraron.
forgotten-silently = { $count ->
    [one] 🗑 Hoy se borraron los datos de un contacto
   *[other] 🗑 Hoy se borraron los datos de { $count } contactos
    }, porque no hubo noticias en { $days } días.
clock-jumped = 🕰 Según el reloj del servidor hoy es { $today }: { $days } días después de la última vez que lo miré. Si estuve apagado tanto tiempo, o si se restauró una copia, todo está bien. Si no, revise el reloj. Por precaución no borro los datos de nadie por falta de noticias hasta que haya avanzado con regularidad durante { $steady } días.
name-forgotten-client = cliente (datos borrados)
name-forgotten-friend = amigo (datos borrados, { $pseudonym })
name-forgotten = alguien (datos borrados)
