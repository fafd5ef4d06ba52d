using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.Local.Operating;

/// <summary>Drops files into the pipeline, and tells what became of them.</summary>
internal sealed class OriginalDrop(IOriginals originals, TimeProvider time)
{
    /// <summary>No installation takes a larger original, whatever its Ingest__MaxOriginalBytes.</summary>
    public const long MostBytes = 50 * 1_024 * 1_024;

    /// <summary>Of a file whose name can be no original's: a sentence that begins with the name.</summary>
    public const string UnaddressableName = "cannot be added under its name, which has a part of one or two dots between slashes or backslashes. Rename it.";

    private const int Parallelism = 8;

    /// <summary>Looking for all of many at once would keep the storage from its work.</summary>
    private const int LooksPerRound = 32;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>The files at a path: itself, or all in a folder and below it, except hidden ones. Named as they lie in the folder.</summary>
    /// <exception cref="CommandException">There is nothing, or something too large; nothing was dropped.</exception>
    public static IReadOnlyList<DropFile> Expand(string path)
    {
        IReadOnlyList<DropFile> files = Directory.Exists(path)
            ? [.. new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true })
                .OrderBy(file => file.FullName, StringComparer.Ordinal)
                .Select(file => new DropFile(Path.GetRelativePath(path, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file.OpenRead, file.Length))]
            : File.Exists(path)
                ? [new DropFile(Path.GetFileName(path), () => File.OpenRead(path), new FileInfo(path).Length)]
                : throw new CommandException($"There is no file or folder '{path}'. Check the path; `-` reads from standard input.");
        return files.FirstOrDefault(file => !OriginalName.CanBeAddressed(file.Name)) is { } unaddressable
            ? throw new CommandException($"'{unaddressable.Name}' {UnaddressableName} Nothing was added.")
            : files.FirstOrDefault(file => file.Length > MostBytes) is { } tooLarge
            ? throw new CommandException($"'{tooLarge.Name}' has {tooLarge.Length:N0} bytes; an original may never have more than {MostBytes:N0}. Split it. Nothing was added.")
            : files;
    }

    /// <summary>All of a stream as one file.</summary>
    /// <exception cref="CommandException">It is too long.</exception>
    public static async Task<DropFile> ReadAsync(string name, Stream input, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > MostBytes)
            {
                throw new CommandException($"Standard input has more than {MostBytes:N0} bytes, the most that an original may have. Split it. Nothing was added.");
            }
        }

        return new DropFile(name, () => new MemoryStream(content.ToArray(), writable: false), content.Length);
    }

    /// <summary>Uploads them, a few at a time. In the order given.</summary>
    public async Task<IReadOnlyList<OriginalHead>> DropAsync(IReadOnlyList<DropFile> files, Action<DropFile> onDropped, CancellationToken cancellationToken)
    {
        var heads = new OriginalHead[files.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, files.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (i, stop) =>
            {
                await using var content = files[i].Open();
                heads[i] = await originals.AddAsync(files[i].Name, content, stop);
                onDropped(files[i]);
            });
        return heads;
    }

    /// <summary>Waits until all are handled or the time is up; those that are not have no record.</summary>
    public async Task<IReadOnlyList<DropResult>> WaitAsync(
        IReadOnlyList<OriginalHead> heads, TimeSpan timeout, Action<DropResult> onHandled, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var results = heads.Select(head => new DropResult(head.Name, head.Key, null)).ToArray();
        var open = new Queue<int>(Enumerable.Range(0, results.Length));
        while (true)
        {
            var round = Enumerable.Range(0, Math.Min(open.Count, LooksPerRound)).Select(_ => open.Dequeue()).ToList();
            await Parallel.ForEachAsync(
                round,
                new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
                async (i, stop) =>
                {
                    if (await originals.FindRecordAsync(heads[i].Key, stop) is { Done: true } record)
                    {
                        results[i] = results[i] with { Record = record };
                        onHandled(results[i]);
                    }
                });
            round.Where(i => results[i].Record is null).ToList().ForEach(open.Enqueue);
            if (open.Count == 0 || time.GetElapsedTime(began) > timeout)
            {
                return results;
            }

            await Task.Delay(Poll, time, cancellationToken);
        }
    }
}

/// <summary>A file to be dropped.</summary>
/// <param name="Name">The name that the original gets.</param>
/// <param name="Open">Its content, seekable.</param>
/// <param name="Length">Bytes.</param>
internal sealed record DropFile(string Name, Func<Stream> Open, long Length);

/// <summary>What became of an original.</summary>
/// <param name="Name">The blob's name, which differs from the file's where that was taken.</param>
/// <param name="Key">Of its record.</param>
/// <param name="Record">Null while it is not handled.</param>
internal sealed record DropResult(string Name, string Key, OriginalRecord? Record)
{
    public DropState State => Record switch
    {
        null => DropState.Waiting,
        { Added.Count: > 0 } => DropState.Accepted,
        { Known.Count: > 0 } => DropState.Known,
        _ => DropState.Rejected,
    };
}

internal enum DropState
{
    /// <summary>Not handled yet.</summary>
    Waiting,

    /// <summary>It brought at least one new article.</summary>
    Accepted,

    /// <summary>All of its articles were in the library already.</summary>
    Known,

    /// <summary>There is no article in it.</summary>
    Rejected,
}
