using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Azure.Storage.Queues.Specialized;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// Messages that are not base64, which somebody else must have sent. Left alone they would make every receive fail, for their
/// neighbours too.
/// </summary>
internal static class UndecodableMessages
{
    /// <summary>Moves one to the poison queue, as the Functions host does; in a poison queue it stays until it is listed.</summary>
    public static async Task MoveToPoisonAsync(QueueMessageDecodingFailedEventArgs args)
    {
        if (args.ReceivedMessage is not { } message || args.Queue.Name.EndsWith(Queues.PoisonSuffix, StringComparison.Ordinal))
        {
            return;
        }

        var poison = args.Queue.GetParentQueueServiceClient().GetQueueClient(args.Queue.Name + Queues.PoisonSuffix);
        await poison.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: args.CancellationToken);
        await args.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, args.CancellationToken);
    }

    /// <summary>The text of a message, whether it is base64 or not.</summary>
    public static string Text(BinaryData body)
    {
        var raw = body.ToString();
        var bytes = new byte[raw.Length];
        return Convert.TryFromBase64String(raw, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : raw;
    }
}
