using System.Text;
using Microsoft.Extensions.Options;
using NewsAlerts.Ingesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Ingesting;

/// <summary>Reads originals as the stage does, within a time that only a runaway reader exceeds.</summary>
internal static class Originals
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static ReadOutcome Read(string name, byte[] content, string? contentType = null, IngestOptions? options = null)
    {
        var reader = new OriginalReader(Options.Create(options ?? new IngestOptions()));
        var task = Task.Run(() => reader.Read(GivenArticle.Head(name, contentType), content, CancellationToken.None));
        Assert.True(((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience), $"{name} was not read within {Patience}.");
        return task.GetAwaiter().GetResult();
    }

    public static ReadOutcome Read(string name, string content, string? contentType = null) => Read(name, Encoding.UTF8.GetBytes(content), contentType);

    /// <summary>The one article of an original.</summary>
    public static ArticleDraft Draft(string name, string content, string? contentType = null) =>
        Assert.IsType<ReadEntry.Drafted>(Assert.Single(Entries(name, content, contentType))).Draft;

    public static IReadOnlyList<ReadEntry> Entries(string name, string content, string? contentType = null)
    {
        var outcome = Read(name, content, contentType);
        Assert.False(outcome is ReadOutcome.Rejected, $"{name} was rejected: {(outcome as ReadOutcome.Rejected)?.Rejection.Detail}");
        return Assert.IsType<ReadOutcome.Entries>(outcome).All;
    }

    public static Rejection Rejection(string name, string content, string? contentType = null) => Rejection(name, Encoding.UTF8.GetBytes(content), contentType);

    public static Rejection Rejection(string name, byte[] content, string? contentType = null) =>
        Assert.IsType<ReadOutcome.Rejected>(Read(name, content, contentType)).Rejection;

    /// <summary>Paragraphs as a reader sees them, white space aside.</summary>
    public static string[] Paragraphs(ArticleDraft draft) =>
        [.. draft.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
