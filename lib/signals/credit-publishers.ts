/**
 * Publishers that own many local outlets and run one text in all of them. Used only to name a text that several of their
 * outlets share: each outlet stays a newsroom of its own for what it reports alone. Registrable domains.
 */
export const PUBLISHERS: Readonly<Record<string, readonly string[]>> = {
  Reach: (
    'mirror.co.uk express.co.uk the-express.com dailystar.co.uk dailyrecord.co.uk walesonline.co.uk liverpoolecho.co.uk ' +
    'manchestereveningnews.co.uk birminghammail.co.uk birminghampost.co.uk chroniclelive.co.uk bristolpost.co.uk ' +
    'coventrytelegraph.net leeds-live.co.uk nottinghampost.com derbytelegraph.co.uk leicestermercury.co.uk hulldailymail.co.uk ' +
    'plymouthherald.co.uk devonlive.com cornwalllive.com somersetlive.co.uk gloucestershirelive.co.uk kentlive.news ' +
    'essexlive.news getsurrey.co.uk mylondon.news cambridge-news.co.uk stokesentinel.co.uk lincolnshirelive.co.uk ' +
    'grimsbytelegraph.co.uk gazettelive.co.uk examinerlive.co.uk lancs.live cheshire-live.co.uk glasgowlive.co.uk ' +
    'edinburghlive.co.uk aberdeenlive.news belfastlive.co.uk dublinlive.ie corkbeo.ie irishmirror.ie irishstar.com themirror.com ' +
    'dailypost.co.uk northwaleslive.co.uk hertfordshiremercury.co.uk walesonline.com rsvplive.ie galwaybeo.ie'
  ).split(' '),
  Newsquest: (
    'heraldscotland.com thenational.scot glasgowtimes.co.uk thenorthernecho.co.uk theargus.co.uk oxfordmail.co.uk ' +
    'swindonadvertiser.co.uk dailyecho.co.uk bournemouthecho.co.uk thetelegraphandargus.co.uk yorkpress.co.uk lancashiretelegraph.co.uk ' +
    'theboltonnews.co.uk southwalesargus.co.uk worcesternews.co.uk echo-news.co.uk gazette-news.co.uk watfordobserver.co.uk ' +
    'richmondandtwickenhamtimes.co.uk falmouthpacket.co.uk heraldseries.co.uk warringtonguardian.co.uk wirralglobe.co.uk ' +
    'knutsfordguardian.co.uk messengernewspapers.co.uk wiltshiretimes.co.uk dorsetecho.co.uk basingstokegazette.co.uk ' +
    'readingchronicle.co.uk bucksfreepress.co.uk sloughobserver.co.uk edp24.co.uk eadt.co.uk eveningnews24.co.uk ' +
    'hamhigh.co.uk newsandstar.co.uk nwemail.co.uk leaderlive.co.uk denbighshirefreepress.co.uk rhyljournal.co.uk ' +
    'thewestmorlandgazette.co.uk cravenherald.co.uk times-series.co.uk yourlocalguardian.co.uk newsshopper.co.uk ' +
    'bordertelegraph.com greenocktelegraph.co.uk impartialreporter.com wharfedaleobserver.co.uk somersetcountygazette.co.uk'
  ).split(' '),
  'National World': (
    'scotsman.com yorkshirepost.co.uk nationalworld.com thestar.co.uk lep.co.uk portsmouth.co.uk sunderlandecho.com ' +
    'newsletter.co.uk shropshirestar.com expressandstar.com birminghamworld.uk edinburghnews.scotsman.com northantstelegraph.co.uk'
  ).split(' '),
  Postmedia: (
    'nationalpost.com financialpost.com torontosun.com lfpress.com ottawacitizen.com ottawasun.com calgaryherald.com ' +
    'calgarysun.com edmontonjournal.com edmontonsun.com vancouversun.com theprovince.com montrealgazette.com windsorstar.com ' +
    'leaderpost.com thestarphoenix.com winnipegsun.com saltwire.com canada.com thewhig.com'
  ).split(' '),
  'Black Press': 'vicnews.com saanichnews.com surreynowleader.com abbynews.com kelownacapnews.com nanaimobulletin.com'.split(' '),
  Advance:
    'nj.com oregonlive.com cleveland.com mlive.com masslive.com al.com syracuse.com pennlive.com silive.com lehighvalleylive.com'.split(
      ' ',
    ),
  Gannett: (
    'usatoday.com azcentral.com freep.com indystar.com jsonline.com tennessean.com courier-journal.com cincinnati.com dispatch.com ' +
    'desmoinesregister.com statesman.com democratandchronicle.com northjersey.com app.com delawareonline.com palmbeachpost.com'
  ).split(' '),
  'Lee Enterprises': (
    'stltoday.com omaha.com richmond.com buffalonews.com tulsaworld.com madison.com journalstar.com tucson.com roanoke.com ' +
    'greensboro.com qctimes.com billingsgazette.com'
  ).split(' '),
  'Tribune Publishing': (
    'chicagotribune.com baltimoresun.com courant.com dailypress.com pilotonline.com mcall.com orlandosentinel.com ' +
    'sun-sentinel.com nydailynews.com mercurynews.com eastbaytimes.com denverpost.com ocregister.com dailynews.com'
  ).split(' '),
  McClatchy:
    'miamiherald.com charlotteobserver.com sacbee.com kansascity.com star-telegram.com newsobserver.com thestate.com'.split(' '),
  'ABC owned stations': 'abc13.com abc7.com abc7news.com abc7ny.com abc7chicago.com 6abc.com abc11.com abc30.com'.split(' '),
  'NBC owned stations': (
    'nbcnewyork.com nbclosangeles.com nbcchicago.com nbcphiladelphia.com nbcbayarea.com nbcdfw.com nbcwashington.com nbcmiami.com ' +
    'nbcboston.com nbcconnecticut.com nbcsandiego.com necn.com'
  ).split(' '),
  'Seven West Media': 'thewest.com.au perthnow.com.au 7news.com.au thenightly.com.au'.split(' '),
  'News Corp Australia':
    'news.com.au theaustralian.com.au dailytelegraph.com.au heraldsun.com.au couriermail.com.au adelaidenow.com.au skynews.com.au'.split(
      ' ',
    ),
  'Nine Entertainment': 'smh.com.au theage.com.au brisbanetimes.com.au watoday.com.au afr.com 9news.com.au'.split(' '),
  'Australian Community Media':
    'canberratimes.com.au newcastleherald.com.au illawarramercury.com.au examiner.com.au thecourier.com.au'.split(' '),
  Stuff: 'stuff.co.nz thepost.co.nz thepress.co.nz waikatotimes.co.nz'.split(' '),
  NZME: 'nzherald.co.nz newstalkzb.co.nz'.split(' '),
  Mediahuis: 'independent.ie belfasttelegraph.co.uk sundayworld.com'.split(' '),
  DMG: 'dailymail.co.uk thisismoney.co.uk mailplus.co.uk inews.co.uk metro.co.uk'.split(' '),
  Funke: 'waz.de nrz.de wp.de wr.de ikz-online.de morgenpost.de abendblatt.de thueringer-allgemeine.de tlz.de otz.de'.split(' '),
  Madsack: 'haz.de neuepresse.de lvz.de kn-online.de ln-online.de ostsee-zeitung.de maz-online.de rnd.de'.split(' '),
};

const BY_DOMAIN = new Map(
  Object.entries(PUBLISHERS).flatMap(([publisher, domains]) => domains.map((domain) => [domain, publisher] as const)),
);

/** @param domain a registrable domain. */
export const publisherOf = (domain: string): string | undefined => BY_DOMAIN.get(domain);
