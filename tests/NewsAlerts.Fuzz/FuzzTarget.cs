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

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        .. OriginalTargets.All,
        SummaryTarget.Target,
        ClaimTarget.Target,
        AnswerTarget.Target,
        RuleTarget.Target,
        ScheduleTarget.Target,
        TemplateTarget.Target,
        SignatureTarget.Target,
        MessageTarget.Target,
        AddressTarget.Target,
    ];

    public static FuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);
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
