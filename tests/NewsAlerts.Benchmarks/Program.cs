using System.Globalization;
using NewsAlerts.Benchmarks;

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
        await DueScan.RunAsync();
        return 0;

    case ["swaps", var file]:
        await Swaps.RunAsync(file, shown: 0);
        return 0;

    case ["swaps", var file, var shown] when int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        await Swaps.RunAsync(file, count);
        return 0;

    default:
        await Console.Error.WriteLineAsync("""
            Usage:
              operations                     storage operations of one article, by kind
              throughput FILE.jsonl [MOST]   articles a second through the local host, beside a bare loop of the same storage writes
              due-scan                       what the look for due digests costs beside 1,000 and beside 100,000 subscriptions
              swaps FILE.jsonl [SHOWN]       false key points that the verification catches, true ones that it doesn't let pass, and its time
            """);
        return 2;
}
