using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>Azure's models and compatible ones as the one type that the rest of this folder knows.</summary>
internal static class ChatClients
{
    /// <summary>What a server without keys is sent, since the client insists on one.</summary>
    private const string NoKey = "none";

    /// <param name="options">Where the model is.</param>
    /// <param name="http">Its timeout must be longer than <see cref="OpenAIOptions.Timeout"/>.</param>
    public static ChatClient Create(OpenAIOptions options, HttpClient http) => options.IsAzure
        ? Azure(options, Configure(new AzureOpenAIClientOptions(), http)).GetChatClient(options.Model)
        : new OpenAIClient(
            new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? NoKey : options.ApiKey),
            Configure(new OpenAIClientOptions { Endpoint = options.Endpoint ?? OpenAIOptions.OpenAIEndpoint }, http)).GetChatClient(options.Model);

    private static AzureOpenAIClient Azure(OpenAIOptions options, AzureOpenAIClientOptions client) => options.ApiKey is { Length: > 0 } key
        ? new AzureOpenAIClient(options.Endpoint, new ApiKeyCredential(key), client)
        : new AzureOpenAIClient(options.Endpoint, Identity(options), client);

    private static TokenCredential Identity(OpenAIOptions options) => options.ClientId is { Length: > 0 } clientId
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();

    private static T Configure<T>(T options, HttpClient http) where T : ClientPipelineOptions
    {
        // Retries are ModelRequests' own: they must count each attempt, and stop when the circuit opens.
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.Transport = new HttpClientPipelineTransport(http);
        options.NetworkTimeout = System.Threading.Timeout.InfiniteTimeSpan;
        return options;
    }
}
