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

    [Fact]
    public void A_long_text_is_cut_between_characters() =>
        Assert.Equal("en", Detector.Detect(string.Concat(Enumerable.Repeat("The river rose on Friday. ", 76)) + "abcd" + string.Concat(Enumerable.Repeat("\uD83D\uDE00", 600))));
}
