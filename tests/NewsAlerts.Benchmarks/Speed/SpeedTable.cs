using System.Globalization;
using System.Text.Json;

namespace NewsAlerts.Benchmarks.Speed;

/// <summary>
/// Articles a second of processor time of the embedded summariser beside other summarisers that need no model: the same texts, three sentences each, a process
/// each, held to one core, in alternating rounds. Starting, loading and warming up don't count, and time is the processor's, all threads of a
/// process together: what others do on the machine at the same time is not held against anybody.
/// </summary>
internal static class SpeedTable
{
    private const int Sentences = 3;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(15);

    // As many passes as come to it: a fast engine's single pass would mostly measure what its caches lost to the others.
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(1);
    private const int Rounds = 9;

    /// <param name="file">JSON lines with a property <c>text</c>, in English.</param>
    /// <param name="most">How many of them to condense.</param>
    public static async Task RunAsync(string file, int most)
    {
        var texts = Read(file, most);
        var shared = Path.Combine(Path.GetTempPath(), $"newsalerts-speed-{Path.GetRandomFileName()}.json");
        var engines = new List<EngineProcess>();
        try
        {
            await File.WriteAllTextAsync(shared, JsonSerializer.Serialize(texts));
            await StartAsync(engines, shared);
            var rounds = await MeasureAsync(engines);
            Print(texts, rounds);
        }
        finally
        {
            engines.ForEach(engine => engine.Dispose());
            File.Delete(shared);
        }
    }

    private static string[] Read(string file, int most) =>
        [.. File.ReadLines(file).Take(most).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString() ?? string.Empty)];

    private static async Task StartAsync(List<EngineProcess> engines, string file)
    {
        Start(Engine.Embedded);
        Start(Engine.Composed);
        if (await NodeEngines.TryInstallAsync() is { } packages)
        {
            engines.Add(EngineProcess.Start(Engine.LexRank, "node", NodeEngines.Script, Engine.LexRank.Name, packages, file, $"{Sentences}"));
            engines.Add(EngineProcess.Start(Engine.TextRank, "node", NodeEngines.Script, Engine.TextRank.Name, packages, file, $"{Sentences}"));
        }

        if (OpenTextSummarizer.IsInstalled)
        {
            Start(Engine.Ots);
            Start(Engine.OtsDictionary);
        }
        else
        {
            await Console.Error.WriteLineAsync("libots is not installed (Debian, Ubuntu: apt-get install ots): ots is left out.");
        }

        void Start(Engine engine)
        {
            var self = Environment.ProcessPath ?? throw new InvalidOperationException("This program does not know its own path.");
            // Started as `dotnet X.dll`, the process is dotnet's.
            string[] program = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [self, Environment.GetCommandLineArgs()[0]] : [self];
            engines.Add(EngineProcess.Start(engine, program[0], [.. program[1..], "speed-worker", engine.Name, file, $"{Sentences}"]));
        }
    }

    /// <summary>One engine after the other, in turning order, so that what else the machine does meets all of them.</summary>
    private static async Task<Dictionary<Engine, List<TimeSpan>>> MeasureAsync(List<EngineProcess> engines)
    {
        var rounds = engines.ToDictionary(engine => engine.Engine, _ => new List<TimeSpan>());
        foreach (var engine in engines)
        {
            // Until what compiles while it runs has compiled what it runs.
            await RunAsync(engine, _warmUp);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < engines.Count; turn++)
            {
                var engine = engines[(turn + round) % engines.Count];
                rounds[engine.Engine].Add(await RunAsync(engine, _round));
            }
        }

        return rounds;
    }

    /// <summary>The mean time of as many passes as take so long together, at least one.</summary>
    private static async Task<TimeSpan> RunAsync(EngineProcess engine, TimeSpan least)
    {
        var (passes, spent) = (0, TimeSpan.Zero);
        for (; spent < least; passes++)
        {
            spent += await engine.RunAsync();
        }

        return spent / passes;
    }

    private static void Print(string[] texts, Dictionary<Engine, List<TimeSpan>> rounds)
    {
        Line($"{texts.Length} articles of {texts.Average(text => text.Length):f0} characters on average, {Sentences} sentences each, processor time of one core{(EngineProcess.IsPinned ? "" : " (not pinned)")}");
        Line($"medians of {Rounds} alternating rounds of at least {_round.TotalSeconds:f0} s after {_warmUp.TotalSeconds:f0} s each to warm up; in brackets their range");
        Console.WriteLine();
        Console.WriteLine("| engine | articles a second | embedded from the text is faster by |");
        Console.WriteLine("|---|--:|--:|");
        var embedded = rounds[Engine.Embedded];
        foreach (var (engine, measured) in rounds)
        {
            var rate = Spread.Of(measured.Select(round => texts.Length / round.TotalSeconds));
            var ratio = Spread.Of(measured.Zip(embedded, (other, ours) => other / ours));
            Line($"| {engine.Title} | {rate:f0} | {(engine == Engine.Embedded ? "" : ratio.ToString("f2", CultureInfo.InvariantCulture))} |");
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
