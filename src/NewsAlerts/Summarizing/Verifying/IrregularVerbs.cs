using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>English verbs whose forms no stemmer brings together: sell and sold. Only for comparing what is known to be a verb: "left" is also a side, "found" a verb.</summary>
internal static class IrregularVerbs
{
    private const string Forms = """
        rise rising rose risen
        fall fell fallen
        sell sold
        begin began begun
        leave leaving left
        lose losing lost
        win won
        go went gone
        give giving gave given
        take taking took taken
        become becoming became
        buy bought
        build built
        make making made
        stand stood
        pay paid
        repay repaid
        meet met
        show shown
        hold held
        get got
        see saw seen
        come coming came
        keep kept
        lead led
        send sent
        speak spoke spoken
        strike striking struck
        steal stole stolen
        bring brought
        break broke broken
        choose chose chosen
        drive drove driven
        fly flew flown
        freeze froze frozen
        sink sank sunk
        grow grew grown
        write wrote written
        run ran
        teach taught
        catch caught
        fight fought
        spend spent
        withdraw withdrew withdrawn
        draw drew drawn
        throw threw thrown
        shoot shot
        forget forgot forgotten
        hide hid hidden
        feed fed
        flee fled
        undergo underwent undergone
        uphold upheld
        rebuild rebuilt
        know knew known
        tell told
        seek sought
        swear swore sworn
        tear tore torn
        wear wore worn
        sweep swept
        shake shook shaken
        undertake undertook undertaken
        overtake overtook overtaken
        overcome overcame
        oversee oversaw overseen
        overthrow overthrew overthrown
        shrink shrank shrunk
        swim swam swum
        sing sang sung
        ring rang rung
        deal dealt
        sleep slept
        """;

    private static readonly Lazy<FrozenDictionary<string, string>> _bases = new(Read);

    private static readonly Lazy<FrozenDictionary<string, string[]>> _forms = new(() =>
        _bases.Value.GroupBy(pair => pair.Value, pair => pair.Key).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));

    /// <summary>What a verb's forms have in common, from one form's term.</summary>
    public static string BaseOf(string term) => _bases.Value.GetValueOrDefault(term, term);

    /// <summary>Whether a word is a form of the past that does not look like one.</summary>
    public static bool IsPast(string word, string term) => _bases.Value.TryGetValue(term, out var other) ? other != term : word is "cut" or "put" or "hit" or "set" or "shut" or "quit" or "spread" or "bid";

    /// <summary>The terms of a verb's other forms, from one form's term; none where it has no line.</summary>
    public static string[] FormsOf(string term) => _bases.Value.TryGetValue(term, out var verb) ? _forms.Value[verb] : [];

    private static FrozenDictionary<string, string> Read()
    {
        var vocabulary = new Vocabulary();
        var tokenizer = new Tokenizer("en", vocabulary);
        return Forms.Split('\n')
            .Select(line => tokenizer.Read(line).Select(token => vocabulary[token.Term]).ToArray())
            .SelectMany(terms => terms.Select(term => (term, Base: terms[0])))
            .DistinctBy(pair => pair.term)
            .ToFrozenDictionary(pair => pair.term, pair => pair.Base, StringComparer.Ordinal);
    }
}
