using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Adapters.Discord;
using NewsAlerts.Adapters.Slack;
using NewsAlerts.Adapters.Teams;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Chats;

public static class ChatServices
{
    /// <summary>Registers the channels that post digests to chats. They send as webhooks do: <see cref="Webhooks.WebhookServices.AddWebhooks"/> must be there too.</summary>
    public static IServiceCollection AddChats(this IServiceCollection services)
    {
        services.TryAddSingleton<ChatPost>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, SlackChannel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, TeamsChannel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, DiscordChannel>());
        return services;
    }
}
