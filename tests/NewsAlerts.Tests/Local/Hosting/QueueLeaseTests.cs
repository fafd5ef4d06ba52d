using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Hosting;

public sealed class QueueLeaseTests
{
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    private readonly InMemoryQueue _queue = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Long_work_keeps_its_message_hidden_at_every_half_of_its_time()
    {
        await using var lease = await ReceiveAsync();

        // Time moves on until the lease has seen it: a renewal sets its next timer a moment after it has shown.
        await Eventually.IsTrueAsync(() =>
        {
            _time.Advance(Visibility / 2);
            return _queue.Log.Count >= 3;
        });

        await lease.DeleteAsync();
        Assert.All(_queue.Log.SkipLast(1), done => Assert.Equal("hide 00:00:30", done));
        Assert.Equal("delete", _queue.Log.Last());
        Assert.Empty(_queue.Bodies);
    }

    [Fact]
    public async Task A_lease_that_has_ended_is_not_renewed()
    {
        var lease = await ReceiveAsync();

        await lease.GiveBackAsync(TimeSpan.FromSeconds(1));
        _time.Advance(Visibility * 3);
        await lease.DisposeAsync();

        Assert.Equal(["hide 00:00:01"], _queue.Log);
    }

    private async Task<QueueLease> ReceiveAsync()
    {
        _queue.Put("message");
        var message = (await _queue.ReceiveMessagesAsync(1, Visibility)).Value.Single();
        return new QueueLease(_queue, message, Visibility, _time);
    }
}
