using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>
/// Kills a host at one of its calls to the outside, between the call's effect and its answer: from then on nothing that it does
/// has an effect. (Before the next call's effect would be the same moment.)
/// </summary>
/// <param name="call">Which call, from 0.</param>
public sealed class KillSwitch(int call)
{
    private static readonly Type[] Ports =
    [
        typeof(IArchive), typeof(IDeliveries), typeof(IDigests), typeof(IFailures), typeof(IInboxes), typeof(ILibrary),
        typeof(IOpenWork), typeof(IOriginals), typeof(ISubscriptions), typeof(IWorkQueues), typeof(IDeliveryChannel), typeof(IMessageChannel),
    ];

    private readonly string? _name;
    private int _calls;

    /// <summary>Kills at the first call of that name, such as <c>IDeliveryChannel.SendAsync</c>.</summary>
    public KillSwitch(string name)
        : this(int.MaxValue) => _name = name;

    public bool HasKilled { get; private set; }

    /// <summary>The call that was the last one, for a failing test to name.</summary>
    public string? KilledAt { get; private set; }

    /// <summary>Puts itself between a host and everything that it calls.</summary>
    public void Wrap(IServiceCollection services)
    {
        foreach (var service in services.Where(service => Ports.Contains(service.ServiceType)).ToList())
        {
            services.Remove(service);
            services.AddSingleton(service.ServiceType, provider => Wrap(service.ServiceType, Create(provider, service)));
        }
    }

    internal async Task<T> GuardAsync<T>(string name, Func<Task<T>> act)
    {
        var number = Interlocked.Increment(ref _calls) - 1;
        if (HasKilled)
        {
            throw Kill(name);
        }

        var result = await act();
        return number >= call || name == _name ? throw Kill(name) : result;
    }

    private KilledException Kill(string name)
    {
        HasKilled = true;
        KilledAt ??= _name is null ? $"after {name}, call {call}" : $"after {name}";
        return new KilledException();
    }

    private static object Create(IServiceProvider provider, ServiceDescriptor service) =>
        service.ImplementationInstance
        ?? service.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);

    private object Wrap(Type port, object inner)
    {
        var proxy = DispatchProxy.Create(port, typeof(Guarded));
        ((Guarded)proxy).Set(inner, this);
        return proxy;
    }

    /// <summary>A port whose every asynchronous call passes the switch.</summary>
    public class Guarded : DispatchProxy
    {
        private static readonly MethodInfo Value = typeof(Guarded).GetMethod(nameof(ValueAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        private object? _inner;
        private KillSwitch? _switch;

        internal void Set(object inner, KillSwitch killSwitch) => (_inner, _switch) = (inner, killSwitch);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var name = $"{targetMethod!.DeclaringType!.Name}.{targetMethod.Name}";
            Func<object?> call = () => targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
            return targetMethod.ReturnType switch
            {
                { IsGenericType: true } task when task.GetGenericTypeDefinition() == typeof(Task<>) =>
                    Value.MakeGenericMethod(task.GenericTypeArguments).Invoke(null, [_switch, name, call]),
                var task when task == typeof(Task) => _switch!.GuardAsync(name, async () =>
                {
                    await (Task)call()!;
                    return true;
                }),
                _ => call(),
            };
        }

        private static Task<T> ValueAsync<T>(KillSwitch killSwitch, string name, Func<object?> call) =>
            killSwitch.GuardAsync(name, () => (Task<T>)call()!);
    }
}

/// <summary>The host is dead.</summary>
internal sealed class KilledException : Exception;
