using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace NewsAlerts.Local.Hosting;

/// <summary>
/// A message that was received, hidden from other hosts as long as this lease lives: it is renewed at half its time until it is
/// deleted, given back, or disposed. What is done to a message that another host has meanwhile got is ignored: it is theirs.
/// </summary>
internal sealed class QueueLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly TimeSpan _visibility;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private readonly string _id;
    private string _receipt;

    public QueueLease(QueueClient queue, QueueMessage message, TimeSpan visibility, TimeProvider time)
    {
        (_queue, _visibility, _time) = (queue, visibility, time);
        (_id, _receipt) = (message.MessageId, message.PopReceipt);
        Body = Encoding.UTF8.GetString(message.Body);
        Deliveries = message.DequeueCount;
        _renewing = RenewAsync();
    }

    /// <summary>The message as it was sent.</summary>
    public string Body { get; }

    /// <summary>How often it was received, this time included.</summary>
    public long Deliveries { get; }

    public Task DeleteAsync() => EndAsync(() => _queue.DeleteMessageAsync(_id, _receipt, CancellationToken.None));

    /// <summary>Lets other hosts, or this one, receive it after <paramref name="delay"/>.</summary>
    public Task GiveBackAsync(TimeSpan delay) =>
        EndAsync(() => _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: delay, cancellationToken: CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await StopRenewingAsync();
        _ended.Dispose();
    }

    private async Task EndAsync(Func<Task> end)
    {
        await StopRenewingAsync();
        await OnlyIfOursAsync(end);
    }

    private async Task StopRenewingAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync()
    {
        while (true)
        {
            await Task.Delay(_visibility / 2, _time, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ended.IsCancellationRequested || !await OnlyIfOursAsync(HideAgainAsync))
            {
                return;
            }
        }
    }

    private async Task HideAgainAsync()
    {
        var answer = await _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: _visibility, cancellationToken: CancellationToken.None);
        _receipt = answer.Value.PopReceipt;
    }

    private static async Task<bool> OnlyIfOursAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception ex) when (ex is RequestFailedException or AggregateException)
        {
            // It became visible too early and somebody else has it, or storage is unwell. It comes back by itself, and running
            // its stage twice is harmless.
            return false;
        }
    }
}
