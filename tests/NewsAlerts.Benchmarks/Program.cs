using System.Globalization;
using NewsAlerts.Benchmarks;
using NewsAlerts.Benchmarks.Speed;

switch (args)
{
    case ["scale" or "due-scan", ..]:
        // Inherited by the emulators that they start.
        Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--require=\"{Path.Combine(AppContext.BaseDirectory, "azurite-keys.cjs")}\"");
        break;
}

switch (args)
{
    case ["operations"]:
        await Operations.RunAsync();
        return 0;

    case ["throughput", var file]:
        await Throughput.RunAsync(file, int.MaxValue);
        return 0;

    case ["throughput", var file, var most] when int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        await Throughput.RunAsync(file, count);
        return 0;

    case ["due-scan"]:
        await DueScan.RunAsync(100_000, shards: 16);
        return 0;

    case ["due-scan", var subscriptions] when int.TryParse(subscriptions, NumberStyles.None, CultureInfo.InvariantCulture, out var many):
        await DueScan.RunAsync(many, shards: 16);
        return 0;

    case ["due-scan", var subscriptions, var parts]
        when int.TryParse(subscriptions, NumberStyles.None, CultureInfo.InvariantCulture, out var many)
        && int.TryParse(parts, NumberStyles.None, CultureInfo.InvariantCulture, out var shards) && shards is >= 1 and <= 256:
        await DueScan.RunAsync(many, shards);
        return 0;

    case ["scale"]:
        await Scale.RunAsync(10_000, 200);
        return 0;

    case ["scale", var subscriptions, var articles]
        when int.TryParse(subscriptions, NumberStyles.None, CultureInfo.InvariantCulture, out var readers)
        && int.TryParse(articles, NumberStyles.None, CultureInfo.InvariantCulture, out var stories):
        await Scale.RunAsync(readers, stories);
        return 0;

    case ["rules"]:
        RuleMatching.Run(file: null);
        return 0;

    case ["rules", var file]:
        RuleMatching.Run(file);
        return 0;

    case ["swaps", var file]:
        await Swaps.RunAsync(file, shown: 0);
        return 0;

    case ["swaps", var file, var shown] when int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        await Swaps.RunAsync(file, count);
        return 0;

    case ["speed", "--long"]:
        await Flatness.RunAsync();
        return 0;

    case ["speed", var file]:
        await SpeedTable.RunAsync(file, int.MaxValue);
        return 0;

    case ["speed", var file, var most] when int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        await SpeedTable.RunAsync(file, count);
        return 0;

    case ["pictures", var folder]:
        await Pictures.DrawAsync(folder);
        return 0;

    case ["logs"]:
        await LogVolume.RunAsync();
        return 0;

    case ["telemetry"]:
        await TelemetryCost.RunAsync();
        return 0;

    // What `speed` runs an engine with.
    case ["speed-worker", var engine, var file, var sentences] when int.TryParse(sentences, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        await EngineWorker.RunAsync(engine, file, count);
        return 0;

    default:
        await Console.Error.WriteLineAsync("""
            Usage:
              operations                     storage operations of one article, by kind
              throughput FILE.jsonl [MOST]   articles a second through the local host, beside a bare loop of the same storage writes
              due-scan [SUBSCRIPTIONS [SHARDS]]  what the look for due digests costs beside 1,000 and beside 100,000 subscriptions
              scale [SUBSCRIPTIONS ARTICLES] 10,000 subscriptions and 200 articles, each matching one in a hundred: time, storage operations, memory
              rules [FILE.jsonl]             what an article costs among 25,000 to 200,000 rules, beside checking every rule
              speed FILE.jsonl [MOST]        articles a second of the embedded summariser, beside npm's lexrank and ts-textrank and Debian's ots, one core each
              speed --long                   time a sentence in articles of 2,000 to 200,000 characters
              telemetry                      what one article's instrumentation costs, heard by nobody and by listeners, beside condensing the article
              logs                           bytes that Application Insights gets for an article, a digest and a minute of work
              pictures FOLDER                the trace of one article (trace.svg) and the view of `newsalerts status` (status.html), from a host that runs
              swaps FILE.jsonl [SHOWN]       false key points that the verification catches, true ones that it doesn't let pass, and its time
            """);
        return 2;
}
