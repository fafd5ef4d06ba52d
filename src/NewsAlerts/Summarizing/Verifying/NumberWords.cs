using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Numbers as words, and the words that multiply the number before them.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, FrozenDictionary<string, int>> _numbers = new(StringComparer.Ordinal)
    {
        ["en"] = Count("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
            "twenty thirty forty fifty sixty seventy eighty ninety"),
        ["de"] = Count("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
            "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
        ["fr"] = Count("zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", "vingt trente quarante cinquante soixante"),
        ["es"] = Count("cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
            "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
        ["it"] = Count("zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
            "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"),
        ["pt"] = Count("zero - dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove",
            "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"),
        ["nl"] = Count("nul - twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
            "twintig dertig veertig vijftig zestig zeventig tachtig negentig"),
        ["sv"] = Count("noll - två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
            "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"),
        ["id"] = Count("nol - dua tiga empat lima enam tujuh delapan sembilan sepuluh", ""),
        ["sw"] = Count("sifuri - mbili tatu nne tano sita saba nane tisa kumi", "ishirini thelathini arobaini hamsini sitini sabini themanini tisini"),
    };

    private static readonly FrozenDictionary<string, decimal> _magnitudes = Magnitudes(
        (12m, "dozen"),
        (100m, "hundred hundert honderd hundra ratus mia trăm"),
        (1000m, "thousand tausend mille mil mila duizend tusen ribu elfu nghìn ngàn тысяч тысячи тысяча tysięcy tysiące bin ألف हजार"),
        (100_000m, "lakh लाख"),
        (1_000_000m, "million millions mn millionen millón millones milione milioni milhão milhões miljoen miljon miljoner juta milioni triệu миллион миллиона миллионов млн milion miliony milionów milyon مليون"),
        (10_000_000m, "crore करोड़"),
        (1_000_000_000m, "billion bn milliarde milliarden milliard milliards miliardo miliardi bilhão bilhões miljard miljarder miliar bilioni tỷ tỉ миллиард миллиарда миллиардов млрд miliard miliardów milyar مليار"),
        (1_000_000_000_000m, "trillion tn trillionen triliun"));

    private static readonly Dictionary<string, FrozenSet<string>> _fractions = new(StringComparer.Ordinal)
    {
        ["en"] = FrozenSet.ToFrozenSet("half halves quarter quarters thirds fifths twice thrice triple tripled quadruple quadrupled".Split(' ')),
        ["de"] = FrozenSet.ToFrozenSet("hälfte halb halbe drittel viertel fünftel doppelt verdoppelt dreifach verdreifacht".Split(' ')),
        ["fr"] = FrozenSet.ToFrozenSet("moitié demi tiers quart double doublé triple triplé".Split(' ')),
        ["es"] = FrozenSet.ToFrozenSet("mitad medio tercio cuarto doble duplicó triple triplicó".Split(' ')),
        ["it"] = FrozenSet.ToFrozenSet("metà mezzo terzo quarto doppio raddoppiato triplo triplicato".Split(' ')),
        ["nl"] = FrozenSet.ToFrozenSet("helft half derde kwart dubbel verdubbeld".Split(' ')),
    };

    /// <summary>Whether a lower-cased word is a share or a multiple, which is a number too. "Double" is not, in English: a room or a match may be one.</summary>
    public static bool IsFraction(string language, string word) => _fractions.TryGetValue(language, out var words) && words.Contains(word);

    public static IReadOnlyDictionary<string, int> For(string language) => _numbers.GetValueOrDefault(language) ?? FrozenDictionary<string, int>.Empty;

    /// <summary>What a word multiplies the number before it by; 0 for other words. "m" and "b" only right behind digits.</summary>
    public static decimal MagnitudeOf(ReadOnlySpan<char> word, bool attached) =>
        _magnitudes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var magnitude) ? magnitude
        : attached && word is "m" ? 1_000_000m
        : attached && word is "b" ? 1_000_000_000m
        : attached && word is "k" ? 1_000m
        : 0m;

    private static FrozenDictionary<string, int> Count(string fromZero, string tens) =>
        fromZero.Split(' ').Select((word, index) => (word, index))
            .Concat(tens.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, index) => (word, (index + 2) * 10)))
            .Where(pair => pair.Item1 != "-")
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static FrozenDictionary<string, decimal> Magnitudes(params (decimal Value, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' ').Select(word => (word, list.Value))).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.Value, StringComparer.Ordinal);
}
