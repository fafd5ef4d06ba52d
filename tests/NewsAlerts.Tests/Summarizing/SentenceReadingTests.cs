using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Tests.Summarizing;

/// <summary>English is read 64 characters at a time, everything else word by word: both must see the same.</summary>
public sealed class SentenceReadingTests
{
    private const string Sentences =
        "The harbour's gates were shut at 2.51 a.m. on Thursday, some two hours before the sea reached 3.1 metres.|"
        + "\"We did what we could,\" said Ines Calloway, the harbour master, \"and I'm proud of it.\" Nobody spoke for U.S.-based owners.|"
        + "That's what they're told. 'Tis a long, long way--and nobody's there--to the Anglo-Saxon Museum of Aldermouth, 12-15 High Street.|"
        + "...|a|I|US|Us|- , . '|x-|-x|can't|O'Neill's \"rock-'n'-roll\" 1,000.5-mile tour|THE END OF THE LINE FOR NIGHT TRAINS|\"\"\"A\" b \"c";

    [Fact]
    public void ASCII_is_read_as_any_text_is()
    {
        foreach (var sentence in Sentences.Split('|'))
        {
            // Moved through two pieces, so that every word, joint and mark stands at every border.
            for (var shift = 0; shift <= 2 * AsciiWords.Length; shift++)
            {
                var ascii = new string(' ', shift) + sentence;
                // An ellipsis is part of no word, but no ASCII.
                AssertSame(SentenceReading.Of(ascii + " …"), SentenceReading.Of(ascii), ascii);
            }
        }
    }

    [Theory]
    [InlineData("i we you my our your me us i'm i've i'd i'll we're we've we'd we'll you're you've it's that's he's she's they're there's don't let's")]
    public void All_who_speak_for_themselves_are_heard(string words) =>
        Assert.All(words.Split(' '), word => Assert.True(SentenceReading.Of($"Ships sail and {word} sail").Speaks, word));

    [Fact]
    public void A_country_is_nobody_who_speaks() => Assert.False(SentenceReading.Of("The US sails with others in May.").Speaks);

    private static void AssertSame(SentenceReading expected, SentenceReading actual, string sentence)
    {
        Assert.True(expected with { MostCapitals = 0 } == actual with { MostCapitals = 0 }, $"{sentence}: {expected} {actual}");
        Assert.Equal(sentence.Count(char.IsUpper), actual.MostCapitals);
    }
}
