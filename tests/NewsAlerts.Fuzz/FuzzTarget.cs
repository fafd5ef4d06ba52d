using NewsAlerts.Fuzz.Targets;

namespace NewsAlerts.Fuzz;

/// <summary>A parser as a fuzzer sees it: bytes go in, and either nothing happens or something is wrong.</summary>
/// <param name="Name">What it is called on the command line; its corpus lies in <c>Corpus/{Name}</c>.</param>
/// <param name="What">What is read, for people.</param>
/// <param name="Libraries">The assemblies to instrument beside our own: the parsers beneath.</param>
/// <param name="Seeds">Inputs to begin with, beside those in the corpus.</param>
/// <param name="Run">Reads an input. Throws for what must never happen; what the parser refuses as it should is no exception here.</param>
internal sealed record FuzzTarget(string Name, string What, IReadOnlyList<string> Libraries, IReadOnlyList<string> Seeds, Action<byte[]> Run)
{
    /// <summary>Ours, instrumented for every target.</summary>
    public static IReadOnlyList<string> Assemblies { get; } = ["NewsAlerts", "NewsAlerts.Adapters", "NewsAlerts.Web"];

    // Each is made when it is asked for: the fuzzer starts the parser anew after every crash, and waits for it.
    private static readonly (string Name, Func<FuzzTarget> Make)[] Known =
    [
        .. OriginalTargets.Names.Select(name => (name, new Func<FuzzTarget>(() => OriginalTargets.Find(name)))),
        ("summary", () => SummaryTarget.Target),
        ("claim", () => ClaimTarget.Target),
        ("answer", () => AnswerTarget.Target),
        ("rule", () => RuleTarget.Target),
        ("schedule", () => ScheduleTarget.Target),
        ("template", () => TemplateTarget.Target),
        ("signature", () => SignatureTarget.Target),
        ("message", () => MessageTarget.Target),
        ("address", () => AddressTarget.Target),
    ];

    public static IReadOnlyList<FuzzTarget> All => [.. Known.Select(known => known.Make())];

    public static FuzzTarget? Find(string name) => Known.FirstOrDefault(known => known.Name == name).Make?.Invoke();
}

/// <summary>Something that must never happen, whatever the input.</summary>
internal sealed class BrokenPromiseException(string promise) : Exception(promise)
{
    public static void Unless(bool kept, string promise)
    {
        if (!kept)
        {
            throw new BrokenPromiseException(promise);
        }
    }
}
