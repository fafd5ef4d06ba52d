using System.Runtime.CompilerServices;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.Local.Condensing;

/// <summary>A file that a command reads, or standard input.</summary>
/// <param name="Name">What it is called in results and complaints.</param>
/// <param name="Open">Its content, from the start.</param>
internal sealed record InputFile(string Name, Func<Stream> Open)
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    public bool IsStandardInput { get; private init; }

    /// <summary>Whether its name says that it holds JSON lines.</summary>
    public bool IsLines => Path.GetExtension(Name).ToLowerInvariant() is ".jsonl" or ".ndjson";

    /// <param name="paths">Paths of files; <c>-</c> for standard input.</param>
    /// <param name="standardInput">Opens standard input.</param>
    /// <param name="name">What standard input is called; null for <c>-</c>.</param>
    /// <exception cref="CommandException">One of them is not there, or a folder, or standard input is asked for twice.</exception>
    public static IReadOnlyList<InputFile> All(IReadOnlyList<string> paths, Func<Stream> standardInput, string? name = null)
    {
        if (paths.Count(path => path == StandardInput) > 1)
        {
            throw new CommandException("Standard input (-) can be read once only.");
        }

        return [.. paths.Select(path => path == StandardInput
            ? new InputFile(name ?? StandardInput, standardInput) { IsStandardInput = true }
            : File.Exists(path)
                ? new InputFile(Path.GetFileName(path), () => File.OpenRead(path))
                : throw new CommandException(Directory.Exists(path)
                    ? $"'{path}' is a folder: name its files, such as {path.TrimEnd('/', '\\')}/*."
                    : $"There is no file '{path}'. Check the path; `-` reads from standard input."))];
    }

    /// <summary>All of it, or null where that is more than <paramref name="maxBytes"/>.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(int maxBytes, CancellationToken cancellationToken)
    {
        await using var input = Open();
        var content = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > maxBytes)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    /// <summary>Its lines that aren't blank, one in memory at a time.</summary>
    public async IAsyncEnumerable<TextLine> LinesAsync(int maxBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in TextLines.ReadAsync(Open(), maxBytes, cancellationToken))
        {
            yield return line;
        }
    }
}
