using System.Runtime.InteropServices;
using System.Text;
using NewsAlerts.Fuzz.Inputs;
using SharpFuzz;

namespace NewsAlerts.Fuzz;

/// <summary>What the script <c>fuzz</c> calls: README.md.</summary>
internal static class Program
{
    /// <summary>How many bytes of memory AFL shares with what it fuzzes, unless it is built otherwise.</summary>
    private const int CoverageMap = 65_536;

    private static unsafe int Main(string[] args)
    {
        // Instrumented code writes down where it goes, from its first static field on: before the fuzzer gives it a place to.
        SharpFuzz.Common.Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(CoverageMap);
        return args switch
        {
            ["list"] => List(),
            ["assemblies", var name] when FuzzTarget.Find(name) is { } target => Assemblies(target),
            ["seeds", var name, var folder] when FuzzTarget.Find(name) is { } target => WriteSeeds(target, folder),
            ["run", var name] when FuzzTarget.Find(name) is { } target => Run(target),
            ["corpus", .. var words] => Corpus(words),
            ["once", var name, .. var files] when FuzzTarget.Find(name) is { } target => Once(target, files),
            _ => Usage(),
        };
    }

    private static int List()
    {
        foreach (var target in FuzzTarget.All)
        {
            Console.WriteLine($"{target.Name,-10} {target.What}");
        }

        return 0;
    }

    private static int Assemblies(FuzzTarget target)
    {
        foreach (var assembly in FuzzTarget.Assemblies.Concat(target.Libraries))
        {
            Console.WriteLine($"{assembly}.dll");
        }

        return 0;
    }

    private static int WriteSeeds(FuzzTarget target, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, content) in FuzzCorpus.Of(target))
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        return 0;
    }

    /// <summary>The fuzzer's side. The parser runs in a process of its own: what ends that, such as an overflow of the stack, is a finding and not the end.</summary>
    private static int Run(FuzzTarget target)
    {
        // The readers' first use of their word lists and models is no part of any input's time.
        foreach (var seed in target.Seeds)
        {
            target.Run(Encoding.UTF8.GetBytes(seed));
        }

        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var input = new MemoryStream();
            stream.CopyTo(input);
            target.Run(input.ToArray());
        });
        return 0;
    }

    /// <summary>What a finding does, and what it takes: for its author, without a fuzzer.</summary>
    private static int Once(FuzzTarget target, string[] files)
    {
        var broken = 0;
        foreach (var file in files)
        {
            var content = File.ReadAllBytes(file);
            var (cpu, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            var verdict = "fine";
            try
            {
                target.Run(content);
            }
            catch (Exception exception)
            {
                (verdict, broken) = (exception.ToString(), broken + 1);
            }

            var (time, allocated) = (Environment.CpuUsage.TotalTime - cpu, GC.GetAllocatedBytesForCurrentThread() - before);
            Console.WriteLine($"{Path.GetFileName(file)}: {content.Length:N0} bytes, {time.TotalMilliseconds:N0} ms of the processor, {allocated / 1024:N0} KiB allocated: {verdict}");
        }

        return broken == 0 ? 0 : 1;
    }

    /// <summary>What each input of the corpus becomes, and what it takes: all of them, or those with one of the words in what is wrong.</summary>
    private static int Corpus(string[] words)
    {
        // The first reading loads word lists and models.
        BadInputReading.Of(BadInput.OfText("", "first.txt", () => BadInput.Prose));
        foreach (var input in BadInput.All.Where(input => words.Length == 0 || words.Any(word => input.What.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            var reading = BadInputReading.Of(input);
            Console.WriteLine($"{reading.Ingest.TotalMilliseconds,7:N0} ms {reading.Summarize.TotalMilliseconds,7:N0} ms {reading.Allocated / 1_048_576,6:N0} MiB  {input.What}: {reading.End}");
        }

        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("Expected: list | assemblies TARGET | seeds TARGET FOLDER | run TARGET | once TARGET FILE... | corpus [WORD...]; 'list' names the targets.");
        return 2;
    }
}
