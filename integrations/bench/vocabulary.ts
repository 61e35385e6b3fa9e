/** Everyday Dutch words without a message, for texts that only have to weigh something. */
export const VOCABULARY = `
aan achter alle avond bakker balkon bank beeld begin bericht besluit bij bijna blauw blijven bloem boek boom boot bord
brief brood brug buiten buren buurt cijfer dag dak dan daarna datum deel deur deze dicht dienst dorp draad drie druk
echter een eerst eigen einde elkaar elke enkele erg fiets foto gaan gang gebouw geel geld geluid gemeente genoeg gesprek
getal gewoon gezin gisteren glas goed gras groen groot haven heel helder helpen herfst hier hoek hoeveel hond hoog hout
huis iedereen iets informatie jaar jong kade kaart kamer kans kant keuken keuze kijken kind klas klein klok koffie komen
kort krant kunnen kwartaal laat lamp land lang langs later leren les letter licht liever lijst linkerkant lokaal lopen
lucht maand maar maken markt meer meestal mensen middag minder minuut moeten morgen muur muziek naam naar nacht nieuw
nodig noemen nog nooit nummer ochtend onder open opnieuw oud overleg paar papier park pas plaats plan plein post praten
prijs punt raad raam regel regen reis rest richting rij rivier rond rood rustig samen school schrijven sinds sleutel
sneeuw soms staan stad station stap steeds stem stoel straat stuk taal tafel tas tekst telefoon terug thee tijd toch
trap trein tuin tussen uur vaak van vandaag veel verder verhaal verschil vier vijf vinden vlak vloer voor voorbeeld
voortaan vraag vrij vroeg waar wachten wandelen wanneer want warm water week weer weg weinig werk weten wie wind winkel
winter woning woord zacht zaal zaterdag zee zeggen zelf zeven zien zomer zon zonder zwart
`.trim().split(/\s+/);
