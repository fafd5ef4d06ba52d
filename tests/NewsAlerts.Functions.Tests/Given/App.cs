using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace NewsAlerts.Functions.Tests.Given;

/// <summary>The Functions app as its assembly declares it.</summary>
internal static class App
{
    public static Assembly Assembly { get; } = typeof(FunctionsApp).Assembly;

    public static IReadOnlyList<DeclaredFunction> Functions { get; } =
    [
        .. from type in Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           orderby function.Name
           select new DeclaredFunction(function.Name, type, method),
    ];

    public static DeclaredFunction Function(string name) => Assert.Single(Functions, function => function.Name == name);

    public static TheoryData<string> Names => [.. Functions.Select(function => function.Name)];
}

internal sealed record DeclaredFunction(string Name, Type Type, MethodInfo Method)
{
    public ParameterInfo TriggerParameter { get; } =
        Assert.Single(Method.GetParameters(), parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null);

    public TriggerBindingAttribute Trigger => TriggerParameter.GetCustomAttribute<TriggerBindingAttribute>()!;
}
