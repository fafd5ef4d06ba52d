using System.Collections.Concurrent;
using System.Text;
using Azure;
using Moq;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Watching;

namespace NewsAlerts.Tests.Local.Given;

/// <summary>The container <c>articles</c>, as whoever drops things sees it: it takes them, or does not answer.</summary>
internal sealed class DroppedOriginals
{
    private readonly Mock<IOriginals> _originals = new();

    public DroppedOriginals() => _originals
        .Setup(one => one.AddAsync(It.IsAny<string>(), It.IsAny<Stream>(), It.IsAny<CancellationToken>()))
        .Returns((string name, Stream content, CancellationToken _) =>
        {
            if (IsAway)
            {
                throw new RequestFailedException("Connection refused");
            }

            using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1_024, leaveOpen: true);
            All.Enqueue((name, reader.ReadToEnd()));
            return Task.FromResult(new OriginalHead(name, "1", content.Length, null, DateTimeOffset.UnixEpoch));
        });

    /// <summary>Whether the account does not answer.</summary>
    public bool IsAway { get; set; }

    public ConcurrentQueue<(string Name, string Text)> All { get; } = new();

    public IEnumerable<string> Names => All.Select(one => one.Name);

    public IOriginals Store => _originals.Object;

    public ArticlesInbox Inbox => new(Store, _ => Task.FromResult(Store));
}
