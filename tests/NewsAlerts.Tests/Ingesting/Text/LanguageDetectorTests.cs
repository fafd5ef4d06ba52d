using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

public class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new();

    [Theory]
    [InlineData("en", "The river rose on Friday after a week of rain in the hills above the town, and people left their homes.")]
    [InlineData("vi", "Nước sông dâng cao hôm thứ Sáu sau một tuần mưa lớn ở vùng đồi phía trên thị trấn, và người dân đã rời khỏi nhà.")]
    [InlineData("fr", "La rivière est montée vendredi après une semaine de pluie dans les collines au-dessus de la ville, et les habitants sont partis.")]
    [InlineData("de", "Der Fluss stieg am Freitag nach einer Woche Regen in den Hügeln über der Stadt, und die Menschen verließen ihre Häuser.")]
    [InlineData("es", "El río subió el viernes después de una semana de lluvia en las colinas sobre la ciudad, y la gente dejó sus casas.")]
    [InlineData("sw", "Mto ulifurika siku ya Ijumaa baada ya wiki moja ya mvua katika vilima vya juu ya mji, na watu waliondoka katika nyumba zao kwa haraka.")]
    [InlineData("pcm", "Di river don rise on Friday afta rain wey fall for one week for di hills wey dey on top di town, and plenti pipol don run comot from dia house.")]
    [InlineData("ru", "Река поднялась в пятницу после недели дождей в холмах над городом, и люди покинули свои дома.")]
    [InlineData("ar", "ارتفع منسوب النهر يوم الجمعة بعد أسبوع من الأمطار في التلال فوق المدينة وغادر الناس منازلهم.")]
    [InlineData("fa", "سطح آب رودخانه روز جمعه پس از یک هفته باران در تپه‌های بالای شهر بالا آمد و مردم خانه‌های خود را ترک کردند.")]
    [InlineData("hi", "शहर के ऊपर की पहाड़ियों में एक सप्ताह की बारिश के बाद शुक्रवार को नदी का पानी बढ़ गया और लोग घर छोड़ कर चले गए।")]
    [InlineData("ja", "川の水位が金曜日に上がった。")]
    [InlineData("zh", "河水星期五上涨了，人们离开了家。")]
    [InlineData("ko", "강물이 불어났다")]
    [InlineData("th", "น้ำในแม่น้ำสูงขึ้น")]
    [InlineData("el", "Το ποτάμι ανέβηκε")]
    [InlineData("he", "הנהר עלה ביום שישי")]
    [InlineData("ka", "მდინარე ადიდდა")]
    [InlineData("am", "ወንዙ አርብ ዕለት ከአንድ ሳምንት ዝናብ በኋላ ሞልቷል፤ ሰዎችም ቤታቸውን ለቀው ወጥተዋል።")]
    public void News_is_recognised(string language, string text) => Assert.Equal(language, Detector.Detect(text));

    [Theory]
    [InlineData("")]
    [InlineData("2026: 5, 12, 19")]
    [InlineData("Oslo")]
    [InlineData("Kfz prx vlk mnt wqz bdf gkl xvc trs plm nbv hjk dfg wsx zqp rtl kmn vbc jhg fds qwx")]
    public void What_is_too_little_or_no_language_stays_undetermined(string text) => Assert.Equal(LanguageDetector.Undetermined, Detector.Detect(text));

    [Fact]
    public void The_answer_is_the_same_from_many_threads()
    {
        var detector = new LanguageDetector();
        string[] texts = ["The river rose on Friday after a week of rain.", "La rivière est montée vendredi après une semaine de pluie."];
        var expected = texts.Select(Detector.Detect).ToList();

        Parallel.For(0, 64, i => Assert.Equal(expected[i % 2], detector.Detect(texts[i % 2])));
    }

    [Theory]
    [InlineData("nl", "De rivier steeg vrijdag na een week regen.")]
    [InlineData("it", "Il fiume è salito venerdì dopo una settimana di pioggia.")]
    [InlineData("pt", "O rio subiu na sexta-feira depois de uma semana de chuva.")]
    [InlineData("pl", "Rzeka wezbrała w piątek po tygodniu deszczu.")]
    [InlineData("cs", "Řeka se v pátek zvedla po týdnu dešťů.")]
    [InlineData("hu", "A folyó pénteken megáradt egy hét esőzés után.")]
    [InlineData("fi", "Joki nousi perjantaina viikon sateen jälkeen.")]
    [InlineData("sv", "Floden steg på fredagen efter en vecka med regn.")]
    [InlineData("tr", "Nehir bir haftalık yağmurun ardından cuma günü yükseldi.")]
    [InlineData("ro", "Râul a crescut vineri după o săptămână de ploaie.")]
    [InlineData("yo", "Odò náà kún ní ọjọ́ Jímọ̀ lẹ́yìn ọ̀sẹ̀ kan tí òjò ti ń rọ̀.")]
    [InlineData("uk", "Річка піднялася в п’ятницю після тижня дощів.")]
    [InlineData("bg", "Реката се покачи в петък след седмица дъжд.")]
    [InlineData("ur", "ایک ہفتے کی بارش کے بعد جمعہ کو دریا کا پانی بڑھ گیا۔")]
    [InlineData("mr", "आठवडाभराच्या पावसानंतर शुक्रवारी नदीचे पाणी वाढले आणि लोकांनी घरे सोडली.")]
    public void A_single_sentence_is_enough_for_the_models(string language, string text) => Assert.Equal(language, Detector.Detect(text));

    [Fact]
    public void Of_two_languages_the_one_that_most_is_written_in_is_said()
    {
        const string Dutch = "De rivier steeg vrijdag na een week regen in de heuvels boven de stad, en mensen verlieten hun huizen. ";
        const string Polish = "Rzeka wezbrała w piątek po tygodniu deszczu. ";

        Assert.Equal("nl", Detector.Detect(Dutch + Polish));
    }

    [Theory]
    // Igbo, Latin and Esperanto, of which there are no models.
    [InlineData("Mmiri osimiri ahụ rịrị elu na Fraịde n'ihi na mmiri zoro otu izu")]
    [InlineData("Flumen die Veneris post hebdomadam pluviae crevit")]
    [InlineData("La rivero altiĝis vendrede")]
    public void A_sentence_in_an_unknown_language_is_not_taken_for_another(string text) => Assert.Equal(LanguageDetector.Undetermined, Detector.Detect(text));

    [Fact]
    public void What_small_words_or_a_script_tell_loads_no_models()
    {
        var detector = new LanguageDetector();

        detector.Detect("The river rose on Friday after a week of rain in the hills above the town, and people left their homes for the night in the school.");
        detector.Detect("川の水位が金曜日に上がった。");

        Assert.Equal(0, detector.ModelSize);
    }

    [Fact]
    public void All_models_together_stay_small_and_do_not_grow()
    {
        var detector = new LanguageDetector();
        detector.Detect("De rivier steeg vrijdag na een week regen.");
        var latin = detector.ModelSize;
        string[] others = ["Реката се покачи в петък", "ارتفع منسوب النهر يوم الجمعة", "ወንዙ አርብ ዕለት ሞልቷል፤ ሰዎችም ወጥተዋል", "नदी का पानी बढ़ गया"];
        Array.ForEach(others, text => detector.Detect(text));
        var all = detector.ModelSize;

        Assert.InRange(latin, 1, 3_000_000);
        Assert.InRange(all, latin + 1, 6_000_000);
        Array.ForEach(others, text => detector.Detect("Joki nousi perjantaina. " + text));
        Assert.Equal(all, detector.ModelSize);
    }

    [Fact]
    public void A_long_text_is_cut_between_characters() =>
        Assert.Equal("en", Detector.Detect(string.Concat(Enumerable.Repeat("The river rose on Friday. ", 76)) + "abcd" + string.Concat(Enumerable.Repeat("\uD83D\uDE00", 600))));
}
