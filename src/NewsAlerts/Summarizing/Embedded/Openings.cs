using System.Collections.Frozen;
using WordSet = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>How sentences open that lean on the one before.</summary>
internal static class Openings
{
    // They only join a sentence to the one before: without them it says the same.
    private static readonly WordSet _joining = Set(
        "but and yet so however meanwhile moreover furthermore nevertheless nonetheless therefore thus besides additionally still also");

    // Without a comma after them, the others may be adverbs of their sentence.
    private static readonly WordSet _joiningBare = Set("but and");

    // They stand for somebody or something named before.
    private static readonly WordSet _referring = Set(
        "he she it they him her his hers its their them this that these those such both neither then there here another others one "
        + "some many"
        + " most"
        + " il elle ils elles ce cela ceci cette ces cet son sa ses leur leurs celui celle ceux"
        + " él ella ellos ellas esto eso este esta estos estas ese esa su sus"
        + " er sie es dieser diese dieses das sein seine ihr ihre dies"
        + " ele ela eles elas isto isso esse essa seu sua"
        + " egli lui lei loro questo questa quello quella"
        + " hij zij ze dit deze hun zijn"
        + " anh ông bà họ nó đó đây này");

    // They continue an argument, and can't simply go.
    private static readonly WordSet _continuing = Set(
        "because or nor instead otherwise hence rather indeed perhaps maybe similarly likewise later afterwards earlier previously "
        + "again too either though"
        + " although while whereas"
        + " yes no well ok okay oh"
        + " mais et donc or cependant toutefois ainsi ensuite puis pero y sin aunque además luego aber und doch jedoch allerdings dann "
        + "mas e porém porque"
        + " ma però quindi inoltre maar en echter dus nhưng và tuy do bởi vì");

    private static readonly WordSet _speaking = Set(
        "i we you my our your me us i'm i've i'd i'll we're we've we'd we'll you're you've"
        + " it's that's he's she's they're there's don't let's");

    /// <summary>Whether a word only joins its sentence to the one before, so that it can go where a comma follows.</summary>
    public static bool Joins(ReadOnlySpan<char> word) => Has(_joining, word);

    /// <summary>Whether it can go without a comma, too.</summary>
    public static bool JoinsWithoutComma(ReadOnlySpan<char> word) => Has(_joiningBare, word);

    /// <summary>Whether a word stands for somebody or something named before.</summary>
    public static bool Refers(ReadOnlySpan<char> word) => Has(_referring, word);

    /// <summary>Whether a word continues an argument.</summary>
    public static bool Continues(ReadOnlySpan<char> word) => Has(_continuing, word) || Has(_joining, word);

    /// <summary>Whether somebody speaks for himself, as a reporter outside a quotation seldom does.</summary>
    public static bool Speaks(ReadOnlySpan<char> word) => Has(_speaking, word);

    private static bool Has(WordSet words, ReadOnlySpan<char> word) => words.Contains(word);

    // Making the lookup takes longer than looking up.
    private static WordSet Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
