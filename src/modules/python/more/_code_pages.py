"""Characters of a byte each that are in no standard of the Web: those of consoles, mainframes and old Macs, and parts of ISO 8859."""

# Another table (Latin-1 where none is named), and what stands in it from a byte on; \ufffe is no character.
_TABLES = {
    'cp437': ('', {
        0x80: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√'
        'ⁿ²■\xa0'}),
    'cp860': ('cp437', {0x84: 'ãàÁçêÊèÍÔìÃÂÉÀÈôõòÚùÌÕ', 0x9d: 'Ù₧Ó', 0xa9: 'Ò'}),
    'cp861': ('cp437', {0x8b: 'ÐðÞ', 0x95: 'þûÝýÖÜø£Ø', 0xa4: 'ÁÍÓÚ'}),
    'cp862': ('cp437', {
        0x80: '\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e2'
        '\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea'}),
    'cp863': ('cp862', {0x80: 'ÇüéâÂà¶çêëèïî‗À§ÉÈÊôËÏûù¤ÔÜ¢£ÙÛƒ¦´óú¨¸³¯Î', 0xad: '¾'}),
    'cp865': ('cp437', {0x9b: 'ø£Ø', 0xaf: '¤'}),
    'cp737': ('', {
        0x80: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ωάέήϊίόύϋώΆΈΉΊΌΎΏ±≥≤ΪΫ÷≈°∙·√'
        'ⁿ²■\xa0'}),
    'cp1125': ('', {
        0x80: 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёҐґЄєІіЇї·√'
        '№¤■\xa0'}),
    'cp720': ('', {
        0x80: '\x80\x81éâ\x84à\x86çêëèïî\x8d\x8e\x8f\x90\u0651\u0652ô¤\u0640ûù\u0621\u0622\u0623\u0624£\u0625\u0626\u0627\u0628'
        '\u0629\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀'
        '\u0636\u0637\u0638\u0639\u063a\u0641µ\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064a≡\u064b\u064c\u064d\u064e\u064f\u0650≈°'
        '∙·√ⁿ²■\xa0'}),
    'cp850': ('', {
        0x80: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°'
        '¨·¹³²■\xa0'}),
    'cp857': ('', {
        0x80: 'ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\ufffeÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\ufffe×ÚÛÙìÿ¯´'
        '\xad±\ufffe¾¶§÷¸°¨·¹³²■\xa0'}),
    'cp858': ('cp850', {0xd5: '€'}),
    'cp775': ('', {
        0x80: 'ĆüéāäģåćłēŖŗīŹÄÅÉæÆōöĢ¢ŚśÖÜø£Ø×¤ĀĪóŻżź”¦©®¬½¼Ł«»░▒▓│┤ĄČĘĖ╣║╗╝ĮŠ┐└┴┬├─┼ŲŪ╚╔╩╦╠═╬Žąčęėįšųūž┘┌█▄▌▐▀ÓßŌŃõÕµńĶķĻļņĒŅ’\xad±“¾¶§÷„°'
        '∙·¹³²■\xa0'}),
    'cp852': ('', {
        0x80: 'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\xad˝˛ˇ˘§÷¸°'
        '¨˙űŘř■\xa0'}),
    'cp855': ('', {
        0x80: 'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\xadыЫзЗшШэЭ'
        'щЩчЧ§■\xa0'}),
    'cp856': ('', {
        0x80: '\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e2'
        '\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea\ufffe£\ufffe×\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe®¬½¼'
        '\ufffe«»░▒▓│┤\ufffe\ufffe\ufffe©╣║╗╝¢¥┐└┴┬├─┼\ufffe\ufffe╚╔╩╦╠═╬¤\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe┘┌█▄¦'
        '\ufffe▀\ufffe\ufffe\ufffe\ufffe\ufffe\ufffeµ\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0'}),
    'cp864': ('', {
        0x25: '\u066a&\x27()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\x5c]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f°·∙√▒─│┼┤┬├┴┐┌└┘β∞φ'
        '±½¼≈«»\ufef7\ufef8\ufffe\ufffe\ufefb\ufefc\ufffe\xa0\xad\ufe82£¤',
        0xa5: '\ufe84\ufffe\ufffe\ufe8e\ufe8f\ufe95\ufe99\u060c\ufe9d\ufea1\ufea5\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667'
        '\u0668\u0669\ufed1\u061b\ufeb1\ufeb5\ufeb9\u061f¢\ufe80\ufe81\ufe83\ufe85\ufeca\ufe8b\ufe8d\ufe91\ufe93\ufe97\ufe9b\ufe9f'
        '\ufea3\ufea7\ufea9\ufeab\ufead\ufeaf\ufeb3\ufeb7\ufebb\ufebf\ufec1\ufec5\ufecb\ufecf¦¬÷×\ufec9\u0640\ufed3\ufed7\ufedb'
        '\ufedf\ufee3\ufee7\ufeeb\ufeed\ufeef\ufef3\ufebd\ufecc\ufece\ufecd\ufee1\ufe7d\u0651\ufee5\ufee9\ufeec\ufef0\ufef2\ufed0'
        '\ufed5\ufef5\ufef6\ufedd\ufed9\ufef1■\ufffe'}),
    'cp869': ('', {
        0x80: '\ufffe\ufffe\ufffe\ufffe\ufffe\ufffeΆ\ufffe·¬¦‘’Έ―ΉΊΪΌ\ufffe\ufffeΎΫ©Ώ²³ά£έήίϊΐόύΑΒΓΔΕΖΗ½ΘΙ«»░▒▓│┤ΚΛΜΝ╣║╗╝ΞΟ┐└┴┬├─┼ΠΡ╚╔╩╦╠═╬'
        'ΣΤΥΦΧΨΩαβγ┘┌█▄δε▀ζηθικλμνξοπρσςτ΄\xad±υφχ§ψ΅°¨ωϋΰώ■\xa0'}),
    'cp874': ('', {
        0x80: '€\ufffe\ufffe\ufffe\ufffe…\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe‘’“”•–—\ufffe\ufffe\ufffe'
        '\ufffe\ufffe\ufffe\ufffe\ufffe\xa0กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืฺุู\ufffe\ufffe\ufffe\ufffe฿เแโใไๅๆ็่้๊๋์'
        'ํ๎๏๐๑๒๓๔๕๖๗๘๙๚๛\ufffe\ufffe\ufffe\ufffe'}),
    'cp1006': ('', {
        0xa0: '\xa0\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9\u060c\u061b\xad\u061f\ufe81\ufe8d\ufe8e\ufe8e\ufe8f\ufe91ﭖﭘ'
        '\ufe93\ufe95\ufe97ﭦﭨ\ufe99\ufe9b\ufe9d\ufe9fﭺﭼ\ufea1\ufea3\ufea5\ufea7\ufea9ﮄ\ufeab\ufeadﮌ\ufeafﮊ\ufeb1\ufeb3\ufeb5\ufeb7'
        '\ufeb9\ufebb\ufebd\ufebf\ufec1\ufec5\ufec9\ufeca\ufecb\ufecc\ufecd\ufece\ufecf\ufed0\ufed1\ufed3\ufed5\ufed7\ufed9\ufedbﮒﮔ'
        '\ufedd\ufedf\ufee0\ufee1\ufee3ﮞ\ufee5\ufee7\ufe85\ufeedﮦﮨﮩﮪ\ufe80\ufe89\ufe8a\ufe8b\ufef1\ufef2\ufef3ﮰﮮ\ufe7c\ufe7d'}),
    'iso88596': ('', {
        0xa0: '\xa0\ufffe\ufffe\ufffe¤\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\u060c\xad\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe'
        '\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\u061b\ufffe\ufffe\ufffe\u061f\ufffe\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628'
        '\u0629\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a\ufffe\ufffe'
        '\ufffe\ufffe\ufffe\u0640\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064a\u064b\u064c\u064d\u064e\u064f\u0650'
        '\u0651\u0652\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe'}),
    'iso88598': ('', {
        0xa0: '\xa0\ufffe¢£¤¥¦§¨©×«¬\xad®¯°±²³´µ¶·¸¹÷»¼½¾\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe'
        '\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe‗'
        '\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e2\u05e3'
        '\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea\ufffe\ufffe\u200e\u200f\ufffe'}),
    'iso88599': ('', {0xd0: 'Ğ', 0xdd: 'İŞ', 0xf0: 'ğ', 0xfd: 'ış'}),
    'iso885910': ('', {0xa0: '\xa0ĄĒĢĪĨĶ§ĻĐŠŦŽ\xadŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ'}),
    'iso885911': ('', {
        0xa0: '\xa0กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืฺุู\ufffe\ufffe\ufffe\ufffe฿เแโใไๅๆ็่้๊๋์ํ๎๏๐๑๒๓๔๕๖๗๘๙๚๛'
        '\ufffe\ufffe\ufffe\ufffe'}),
    'tis620': ('iso885911', {0xa0: '\ufffe'}),
    'iso885913': ('', {0xa0: '\xa0”¢£¤„¦§Ø©Ŗ«¬\xad®Æ°±²³“µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž’'}),
    'iso885914': ('', {0xa0: '\xa0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\xad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ'}),
    'iso885916': ('', {0xa0: '\xa0ĄąŁ€„Š§š©Ș«Ź\xadźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ'}),
    'hproman8': ('', {0xa0: '\xa0ÀÂÈÊËÎÏ´ˋˆ¨˜ÙÛ₤¯Ýý°ÇçÑñ¡¿¤£¥§ƒ¢âêôûáéóúàèòùäëöüÅîØÆåíøæÄìÖÜÉïßÔÁÃãÐðÍÌÓÒÕõŠšÚŸÿÞþ·µ¶¾—¼½ªº«■»±\ufffe'}),
    'koi8t': ('', {
        0x80: 'қғ‚Ғ„…†‡\ufffe‰ҳ‹ҲҷҶ\ufffeҚ‘’“”•–—\ufffe™\ufffe›\ufffe\ufffe\ufffe\ufffe\ufffeӯӮё¤ӣ¦§\ufffe\ufffe\ufffe«¬\xad®\ufffe°±²Ё'
        '\ufffeӢ¶·\ufffe№\ufffe»\ufffe\ufffe\ufffe©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ'}),
    'ptcp154': ('', {
        0x80: 'ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\xa0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчш'
        'щъыьэюя'}),
    'kz1048': ('', {
        0x80: 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\ufffe™љ›њқһџ\xa0ҰұӘ¤Ө¦§Ё©Ғ«¬\xad®Ү°±Ііөµ¶·ё№ғ»әҢңүАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопр'
        'стуфхцчшщъыьэюя'}),
    'palmos': ('', {0x80: '€\x81‚ƒ„…†‡ˆ‰Š‹Œ♦♣♥♠‘’“”•–—˜™š\x9bœ\x9d\x9eŸ'}),
    'maccroatian': ('', {
        0x80: 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®Š™´¨≠ŽØ∞±≤≥∆µ∂∑∏š∫ªºΩžø¿¡¬√ƒ≈Ć«Č…\xa0ÀÃÕŒœĐ—“”‘’÷◊\uf8ff©⁄€‹›Æ»–·‚„‰ÂćÁčÈÍÎÏÌÓÔđÒÚÛ'
        'Ùıˆ˜¯πË˚¸Êæˇ'}),
    'macromanian': ('', {
        0x80: 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ĂȘ∞±≤≥¥µ∂∑∏π∫ªºΩăș¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›Țț‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛ'
        'Ùıˆ˜¯˘˙˚¸˝˛ˇ'}),
    'maciceland': ('macromanian', {0xa0: 'Ý', 0xae: 'ÆØ', 0xbe: 'æø', 0xdc: 'ÐðÞþý'}),
    'macturkish': ('maciceland', {0xa0: '†', 0xda: 'ĞğİıŞş‡', 0xf5: '\uf8a0'}),
    'maclatin2': ('', {
        0x80: 'ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅņŃ¬√ńŇ∆«»…\xa0ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝ'
        'ýķŻŁżĢˇ'}),
    'macgreek': ('', {
        0x80: 'Ä¹²É³ÖÜ΅àâä΄¨çéèêë£™îï•½‰ôö¦€ùûü†ΓΔΘΛΞΠß®©ΣΪ§≠°·Α±≤≥¥ΒΕΖΗΙΚΜΦΫΨΩάΝ¬ΟΡ≈Τ«»…\xa0ΥΧΆΈœ–―“”‘’÷ΉΊΌΎέήίόΏύαβψδεφγηιξκλμνοπώρστθωςχ'
        'υζϊϋΐΰ\xad'}),
    'maccyrillic': ('', {
        0x80: 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњјЅ¬√ƒ≈∆«»…\xa0ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчш'
        'щъыьэю€'}),
    'macarabic': ('', {
        0x80: 'Ä\xa0ÇÉÑÖÜáàâä\u06ba«çéèêëí…îïñó»ôö÷úùûü !"#$\u066a&\x27()*+\u060c-./\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667'
        '\u0668\u0669:\u061b<=>\u061f❊\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f'
        '\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a[\x5c]^_\u0640\u0641\u0642\u0643\u0644\u0645\u0646\u0647'
        '\u0648\u0649\u064a\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u067e\u0679\u0686\u06d5\u06a4\u06af\u0688\u0691{|}\u0698\u06d2'
        ''}),
    'macfarsi': ('macarabic', {0xb0: '\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9'}),
    'cp037': ('', {
        0x4: '\x9c\x09\x86\x7f\x97\x8d\x8e\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x9d\x85\x08\x87\x18\x19\x92\x8f\x1c\x1d\x1e\x1f\x80'
        '\x81\x82\x83\x84\x0a\x17\x1b\x88\x89\x8a\x8b\x8c\x05\x06\x07\x90\x91\x16\x93\x94\x95\x96\x04\x98\x99\x9a\x9b\x14\x15\x9e'
        '\x1a \xa0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\x27="Øabc',
        0x84: 'defghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×{ABCDEFGHI\xadôöòóõ}JKLMNOPQR¹ûüùúÿ\x5c÷STUVWXYZ²ÔÖÒÓÕ0123456789'
        '³ÛÜÙÚ\x9f'}),
    'cp1140': ('cp037', {0x9f: '€'}),
    'cp500': ('cp037', {0x4a: '[', 0x4f: '!', 0x5a: ']', 0x5f: '^', 0xb0: '¢', 0xba: '¬|'}),
    'cp273': ('cp500', {0x43: '{', 0x4a: 'Ä', 0x59: '~Ü', 0x63: '[', 0x6a: 'ö', 0x7c: '§', 0xa1: 'ß', 0xb5: '@', 0xbc: '‾', 0xc0: 'ä',
        0xcc: '¦', 0xd0: 'ü', 0xdc: '}', 0xe0: 'Ö', 0xec: '\x5c', 0xfc: ']'}),
    'cp1026': ('cp500', {0x48: '{ñÇ', 0x5a: 'Ğİ', 0x68: '[Ñş', 0x79: 'ı:ÖŞ\x27=Ü', 0x8c: '}`¦', 0xa1: 'ö', 0xac: ']$@', 0xc0: 'ç',
        0xcc: '~', 0xd0: 'ğ', 0xdc: '\x5c', 0xe0: 'ü', 0xec: '#', 0xfc: '"'}),
    'cp875': ('cp500', {0x41: 'ΑΒΓΔΕΖΗΘΙ', 0x51: 'ΚΛΜΝΞΟΠΡΣ', 0x62: 'ΤΥΦΧΨΩΪΫ|', 0x70: '¨ΆΈΉ\xa0ΊΌΎΏ', 0x80: '΅', 0x8a: 'αβγδεζ',
        0x9a: 'ηθικλμ´', 0xaa: 'νξοπρσ£άέήϊίόύϋώςτυφχψ', 0xcb: 'ωΐΰ‘―', 0xda: '±½\x1a·’¦\x5c\x1a', 0xeb: '§\x1a\x1a«¬',
        0xfb: '©\x1a\x1a»'}),
    'cp424': ('cp037', {0x41: '\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8',
        0x51: '\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1', 0x62: '\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9',
        0x70: '\ufffe\u05ea\ufffe\ufffe\xa0\ufffe\ufffe\ufffe‗', 0x80: '\ufffe', 0x8c: '\ufffe\ufffe\ufffe',
        0x9a: '\ufffe\ufffe\ufffe¸\ufffe', 0xaa: '\ufffe\ufffe\ufffe\ufffe\ufffe', 0xcb: '\ufffe\ufffe\ufffe\ufffe\ufffe',
        0xdb: '\ufffe\ufffe\ufffe\ufffe\ufffe', 0xeb: '\ufffe\ufffe\ufffe\ufffe\ufffe', 0xfb: '\ufffe\ufffe\ufffe\ufffe'}),
}
_ALIASES = '''
cp437: 437 cspc8codepage437 ibm437
cp860: 860 csibm860 ibm860
cp861: 861 cpis csibm861 ibm861
cp862: 862 cspc862latinhebrew ibm862
cp863: 863 csibm863 ibm863
cp865: 865 csibm865 ibm865
cp1125: 1125 cp866u ibm1125 ruscii
cp850: 850 cspc850multilingual ibm850
cp857: 857 csibm857 ibm857
cp858: 858 csibm858 ibm858
cp775: 775 cspc775baltic ibm775
cp852: 852 cspcp852 ibm852
cp855: 855 csibm855 ibm855
cp864: 864 csibm864 ibm864
cp869: 869 cpgr csibm869 ibm869
iso88596: arabic asmo708 csisolatinarabic ecma114 iso885961987 isoir127
iso88598: csisolatinhebrew hebrew iso885981988 isoir138
iso88599: csisolatin5 iso885991989 isoir148 l5 latin5
iso885910: csisolatin6 iso8859101992 isoir157 l6 latin6
iso885911: iso8859112001 thai
tis620: isoir166 tis6200 tis62025290 tis62025291
iso885913: l7 latin7
iso885914: iso8859141998 isoceltic isoir199 l8 latin8
iso885916: iso8859162001 isoir226 l10 latin10
hproman8: cp1051 ibm1051 r8 roman8
ptcp154: cp154 csptcp154 cyrillicasian pt154
kz1048: rk1048 strk10482002
maclatin2: maccenteuro maccentraleurope
cp037: 037 csibm037 ebcdiccpca ebcdiccpnl ebcdiccpus ebcdiccpwt ibm037 ibm039
cp1140: 1140 ibm1140
cp500: 500 csibm500 ebcdiccpbe ebcdiccpch ibm500
cp273: 273 csibm273 ibm273
cp1026: 1026 csibm1026 ibm1026
cp424: 424 csibm424 ebcdiccphe ibm424
'''
_alias = {other: name for name, _, others in (line.partition(': ') for line in _ALIASES.split('\n')) for other in others.split()}
# As a codec shows its name, where that is not the name without underscores.
_SHOWN = {'hproman8': 'hp-roman8', 'koi8t': 'koi8-t', 'tis620': 'tis-620', 'maclatin2': 'mac-latin2'}


def find(plain):
    """By a name without underscores: how the codec shows itself, and its 256 characters."""
    name = _alias.get(plain, plain)
    if name not in _TABLES:
        return None
    shown = _SHOWN.get(name)
    if shown is None:
        shown = f'{name[:3]}-{name[3:]}' if name[:3] == 'mac' else f'iso8859-{name[7:]}' if name[:7] == 'iso8859' else name
    return shown, ''.join(_characters(name))


def _characters(name):
    base, changes = _TABLES[name]
    found = _characters(base) if base else [chr(byte) for byte in range(256)]
    for start, characters in changes.items():
        found[start:start + len(characters)] = characters
    return found
