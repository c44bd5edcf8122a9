"""Words that long Swedish words in a municipality are made of.

They are chosen for what they do in ``compounds.py``: a word is cut before and after them and not inside. So a word such
as *förslag* stands here as well, which is hardly ever joined to another, since it is not to be cut before *slag*.
"""

from __future__ import annotations

__all__ = ["SHORT", "WORDS"]

_WORDS = """
adress aktivitet analys anhörig anlägg anmälan anmälning anordning anslag anslut ansluten anställ anställning ansvar
ansökan ansökning anteckning användar användning arbete arkiv artikel artiklar assistans assistent attest avdelning
avgift avgörande avhjälp avlyss avlägg avlägs avrop avskrift avskriv avslag avslut avsnitt avtal avverk avvikelse
avvis barnomsorg bedömare bedömning befattning befolkning begravning begränsning begäran behandlar behandling behov
behörig bekräftelse belopp beredning beräkning berättelse berättigad besiktning beskattning besked beskrivning beslut
beställ beställning bestämmelse bestämning besvär besök betalning beteckning betyg betänkande bevakning bevis
bibliotek bidrag bilaga bilagor bistånd biträde blankett boende bokföring bokning bokslut bolag bostad bostäder
bransch brev bränsle budget bygglov byggnad byrå chatt chef data definition delegation delgivning deltagar departement
design detalj diagram diarie diarium digital direktör distrikt djurhållning dokument domare domstol drift drivning
ekonom elev enhet entreprenör erbjudande erfarenhet ersättning exempel expediering expert faktura fasad fastighet
felanmälan figur firma flykting flytt fokus fordon formulär forskning framställning frister fritid fråga frågor
fullmakt fullmäktige funktion förandring förbindelse förbud fördelning förebygg föredrag föredragande föreläggande
förening förenklad föreskrift föreställ föreställning företag företagare företrädar förfarande förflyttning förfogande
förfrågan förhandling förhållande förklaring förkortning förloss förlängning förmedling förmåga förmån förmögenhet
förordning förråd förrätt försening förskola förskole förskott försköt förslag försvar försäkring försäljning
försörjning förteckning förtroende förtur förundersökning förvaltare förvaltning förverk föräldra föräldrar förändring
gallring gata gatan gemensam genomför genomgång genomlopp genomsnitt godkännande granskar granskning grund grundskola
grupp gräns gränssnitt gymnasium handbok handlare handledar handling handlägg handlägga hantering hantverk hastighet
helhet hemlighet hindrad hindrat hindret hjälp hushåll hälsa hälsning hälso händelse hänvisning hörande identitet
indrivning information inkallelse inkomst inköp innehåll inrätt insats inskrivning inslag inspektion inspektör instans
institution instruktion instruktör instrument inställning intresse intyg invånar journal jurist kalender kallelse
kamera kampanj kanal kansli kapacitet kapital karta kassa katalog klagan klagomål klass klinik klubb kommission
kommitté kommun kommunikation kompetens komplettering konferens konsekvens konstruktion konsult konsument kontakt
kontor kontrakt kontroll konvention korrespondens korsning kostnad kryss kund kunskap kurator kvalitet kvittens kvitto
känsla känslig känslo köpare körkort lagstift landskap landsting larm ledamot ledamöt ledare ledarskap ledighet
ledning ledsag legitimation leverans leverantör licens linje litteratur livsmedel lokal läkar läkare lämning lärande
lärare lärling löshet lösning majoritet makt mandat marknad material medarbetar medarbetare medborgar meddelande medel
medgivande medlem medverk metod miljö minister missbruk modell modul moment motor mottag mottagar mottagning motverk
myndighet mynt mätning möjlighet möte möten namn nivå nummer nybyggnad nyckel nämnd närvaro nätverk objekt offentlig
ombud ombyggnad omgång omhändertag omprövning område omsorg omställ omställning omständighet operatör ordbok
ordförande ordning organ organisation paket parkering parlament patient pedagog pengar pension period person personal
placering planering planläggning plats platser policy polis politik politiker praktik prestation princip prissättning
problem process producent produkt produktion program projekt protokoll prövning publik punkt punkter påverk rapport
recept redogörelse redovisning referens regel register registrator registrering reglemente regler remiss reparation
representant resultat resurs revision revisor ritning rivnings robot rubrik rutin rådgivar rådgivning rådslag räddning
räkning rättelse rättighet rörelse samband samhälle samling sammanfatt sammanhang sammansatt sammanslag sammanställ
sammanträde samordnad samordnar samordning samråd samtal samtycke samverkan satsning scenario sekreterar sekretess
sektion semester service sida sidor signal situation sjukdom sjuksköterska sjukvård skada skadestånd skatt skjuts
skola skolan skolor skrift skrivelse skrivning skydd skyldighet skylt slutför slutsats slutt social specialist
specifikation språk stadga standard station statistik status strategi struktur sträcka studie studier styrelse
styrning ställe ställen ställning stämning stämpel stöd sysselsättning syssl system systemet säkerhet särskol sökande
tabell tavla taxa tecken teckning teknik tekniker telefon television terapi tidning tillbyggnad tillfälle tillgång
tillgänglig tillhör tillstånd tillsyn tillsätt tillverk tillväxt tillägg tjänst tolk trafik transport trygghet träning
undantag underhåll underlag underrättelse underskott underskrift undersökning undervisning ungdom uppdrag uppehåll
uppfatt uppfyll uppföljning uppgift uppgörelse upphandling upplysning upplåt uppmaning uppsikt uppslag uppställning
uppsägning uppteckning uppvisning utbetalning utbildning utdrag utfall utförar utkast utlåtande utlämning utredar
utredning utrustning utrymme utskick utskott utslag utsläpp utställ utställning utveckl utverk utvärdering utövning
vaktmästar varning vatten vecka verksamhet verkställ verktyg vetenskap viktig villkor visning volym vård vårdnad
väghållning vägledar vägledning värde värdering växel yttrande åklagar ålder åtagande återbetal återkall återställ
återvinning åtgärd ägare ämne ändring ändrings ärende överenskommelse överföring övergripande överklag överlämning
översikt överskott övertyg övervakning övning
"""
WORDS = frozenset(_WORDS.split())
"""Words of four letters or more."""

_STEMS = """
center centr central dag fas hem hus kod konst kort krav kris lag lov lön mall mål nät part plan post råd
svar test text tid typ verk väg
"""
_ENDINGS = ("", "s", "en", "ens", "et", "ets", "ar", "er", "arna", "erna", "ars", "ers")
SHORT = frozenset(stem + ending for stem in _STEMS.split() for ending in _ENDINGS)
"""Short words with endings; they count only as the last of a compound, since many words hold them by chance."""
