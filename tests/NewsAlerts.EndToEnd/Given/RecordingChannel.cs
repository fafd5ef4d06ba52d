using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>A receiver that answers as it is told, and remembers what it got. Serves every subscription.</summary>
internal sealed class RecordingChannel : IDeliveryChannel
{
    private readonly ConcurrentQueue<SendOutcome> _answers = new();

    /// <summary>What was accepted, in order.</summary>
    public ConcurrentQueue<Digest> Accepted { get; } = new();

    /// <summary>How often it was called.</summary>
    public int Calls { get; private set; }

    /// <summary>What it does while a digest arrives.</summary>
    public Func<Task> WhileSending { get; set; } = () => Task.CompletedTask;

    /// <summary>The next answers; after them it accepts.</summary>
    public void Answer(params SendOutcome[] outcomes) => Array.ForEach(outcomes, _answers.Enqueue);

    public bool Serves(Channel channel) => true;

    public async Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken)
    {
        Calls++;
        await WhileSending();
        cancellationToken.ThrowIfCancellationRequested();
        if (_answers.TryDequeue(out var answer) && answer is not SendOutcome.Sent)
        {
            return answer;
        }

        Accepted.Enqueue(digest);
        return new SendOutcome.Sent();
    }
}

internal static class ChannelReplacement
{
    /// <summary>Makes a host send everything to one receiver.</summary>
    public static void ReplaceChannels(this IServiceCollection services, IDeliveryChannel channel)
    {
        services.RemoveAll<IDeliveryChannel>();
        services.AddSingleton(channel);
    }
}
