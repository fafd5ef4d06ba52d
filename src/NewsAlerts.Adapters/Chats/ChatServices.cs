using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Adapters.Discord;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Adapters.Slack;
using NewsAlerts.Adapters.Teams;
using NewsAlerts.Delivering;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Adapters.Chats;

public static class ChatServices
{
    /// <summary>Registers the channels that post digests to chats, with section <c>Webhooks</c> of <paramref name="configuration"/> for their limits.</summary>
    public static IServiceCollection AddChats(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGuardedPost(configuration).AddReaderLinks(configuration);
        services.TryAddSingleton<ChatPost>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, SlackChannel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, TeamsChannel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, DiscordChannel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMessageChannel, SlackChannel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMessageChannel, TeamsChannel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMessageChannel, DiscordChannel>());
        return services;
    }
}
