/** Fictional reports in the languages of the encodings that texts still come in. */
export const texts = {
  Russian:
    'Лоцманы Договора покинули гавань Кельдовы в пятницу вечером. Последняя смена сдала вахту у маяка, сообщил старшина порта. «Никто не видел, как ушёл паром», — сказал он журналистам на причале. Совет обещал открыть зерновой причал через неделю, если погода позволит. Рыбаки требуют новых фонарей и платы за зиму.',
  German:
    'Der Rat des Hafens von Harn hörte am Freitag seine Lotsen. Über die Fähre nach Aune wurde länger gesprochen als über das Geld; die Brücke bleibt für Fußgänger geöffnet. „Niemand weiß, wann der Leuchtturm wieder brennt“, sagte die Meisterin. Später müssen die Schlüssel zurückgegeben werden, größere Schäden gab es nicht.',
  French:
    'Le conseil du port a entendu ses pilotes vendredi après-midi. « La lumière était éteinte depuis trois nuits », a répété la maîtresse du quai, étonnée que personne n’ait prévenu la mairie. Le bac d’Aune repartira dès que la marée le permettra ; les pêcheurs réclament d’être payés à l’avance et à l’année.',
  Polish:
    'Rada portu wysłuchała w piątek pilotów z latarni. Żaden statek nie zatonął, lecz kapitan promu nie chciał wyjść w morze przed świtem. „Ktoś zgasił światło, a my płynęliśmy dalej”, powiedziała dziewczyna z łodzi. Mieszkańcy żądają, by most został otwarty jeszcze w tym miesiącu, choć brakuje pieniędzy.',
  Greek:
    'Το συμβούλιο του λιμανιού άκουσε την Παρασκευή τους πλοηγούς του. Κανένα πλοίο δεν χάθηκε εκείνη τη νύχτα, είπε η λιμενάρχης στους δημοσιογράφους. Ο φάρος ήταν σβηστός για τρεις ημέρες και οι ψαράδες ζητούν καινούργιο φως πριν από τον χειμώνα. Η γέφυρα θα ανοίξει ξανά σε μία εβδομάδα.',
  Turkish:
    'Liman meclisi cuma günü kılavuz kaptanlarını dinledi. Fenerin ışığı üç gecedir yanmıyordu, dedi iskelenin şefi gazetecilere. Balıkçılar kış gelmeden önce yeni bir köprü ve peşin ödeme istiyor. Öğleden sonra vapur yeniden sefere çıktı, çünkü fırtına dinmişti. Hiç kimse geminin gidişini görmediğini söylüyor.',
  Chinese:
    '港口委员会星期五听取了引航员的意见。灯塔已经三个晚上没有点亮，码头主任对记者说。渔民们要求在冬天以前修好大桥，并且先付一半的工钱。没有人看见渡船离开码头，也没有人问起它去了哪里。天气好转以后，粮食码头将重新开放，委员会表示。',
  Japanese:
    '港の委員会は金曜日に水先人の話を聞いた。灯台の明かりは三日間ついていなかったと、桟橋の責任者は記者に語った。漁師たちは冬が来る前に新しい橋を求めている。渡し船が出て行くのを見た人はだれもいない。天気が良くなれば、来週には穀物の埠頭がまた開かれるという。',
} as const;

/** Which languages are written in which encoding. */
export const encodings: Readonly<Record<string, readonly (keyof typeof texts)[]>> = {
  'utf-8': ['Russian', 'German', 'French', 'Polish', 'Greek', 'Turkish', 'Chinese', 'Japanese'],
  'utf-16le': ['Russian', 'German', 'French', 'Polish', 'Greek', 'Turkish', 'Chinese', 'Japanese'],
  'utf-16be': ['Russian', 'German', 'French', 'Polish', 'Greek', 'Turkish', 'Chinese', 'Japanese'],
  'windows-1251': ['Russian'],
  'koi8-r': ['Russian'],
  ibm866: ['Russian'],
  'windows-1252': ['German', 'French'],
  'windows-1250': ['Polish', 'German'],
  'windows-1253': ['Greek'],
  'windows-1254': ['Turkish'],
  gb18030: ['Chinese'],
  shift_jis: ['Japanese'],
};
