using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Sweeping;

/// <summary>Lists as failures the messages that failed too often, and takes their work out of what is in flight.</summary>
public sealed partial class PoisonSweep(
    IWorkQueues queues,
    IOpenWork openWork,
    IFailures failures,
    TimeProvider time,
    ILogger<PoisonSweep> logger)
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in queues.TakePoisonAsync(cancellationToken))
        {
            // A poisoned blob is still in its container, where the sweep of missed originals counts its attempts.
            if (message.Queue != Queues.BlobTriggerPoison)
            {
                await ListAsync(message, cancellationToken);
            }
        }
    }

    private async Task ListAsync(PoisonMessage message, CancellationToken cancellationToken)
    {
        var stage = message.Queue[..^Queues.PoisonSuffix.Length];
        var request = Parse(stage, message.Body);
        await failures.AddAsync(
            new Failure
            {
                Stage = stage,
                Key = request?.Key ?? KeyOf(message.Body),
                Reason = request is null ? "UnknownMessage" : "Poison",
                Detail = request is null
                    ? $"The queue {stage} held a message that this version of NewsAlerts cannot read."
                    : $"The stage {stage} failed on {request.Key} as often as the host allows; its log says why.",
                Remedy = request is null
                    ? "If it came from a newer version, upgrade this host; otherwise find out who wrote it."
                    : "Mend the cause that the log names, then send the message again.",
                Subject = request?.Subject ?? stage,
                At = time.GetUtcNow(),
                Message = message.Body,
            },
            cancellationToken);
        if (request is not null)
        {
            await openWork.CloseAsync(request, cancellationToken);
        }

        Log.Listed(logger, stage, request?.Key ?? "an unknown message");
    }

    private static StageRequest? Parse(string stage, string body)
    {
        try
        {
            return MessageJson.Read(stage, body);
        }
        catch (Exception ex) when (ex is JsonException or FormatException)
        {
            return null;
        }
    }

    private static string KeyOf(string body) => Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 16));

    private static partial class Log
    {
        [LoggerMessage(6101, LogLevel.Error, "The stage {Stage} gave up on {Work}; it is listed among the failures.")]
        public static partial void Listed(ILogger logger, string stage, string work);
    }
}
