using System.Reflection;
using System.Reflection.Emit;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Functions.Tests.Given;

/// <summary>What a method's compiled body does, as far as "no logic" needs it.</summary>
internal static class Calls
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opCode => opCode.Value);

    /// <summary>The methods of the core and of the readers' pages that the body calls, in order.</summary>
    public static IReadOnlyList<string> IntoTheCore(MethodInfo method) =>
    [
        .. from instruction in Instructions(method)
           where instruction.OpCode.OperandType == OperandType.InlineMethod
           let called = method.Module.ResolveMethod(instruction.Token)!
           let type = called.DeclaringType!
           where type.Assembly == typeof(Queues).Assembly || type.Assembly == typeof(ReaderLinks).Assembly
           select $"{type.Name}.{called.Name}",
    ];

    /// <summary>Whether the body decides, repeats or catches anything.</summary>
    public static bool Decide(MethodInfo method) =>
        Instructions(method).Any(instruction => instruction.OpCode.FlowControl == FlowControl.Cond_Branch)
        || method.GetMethodBody()!.ExceptionHandlingClauses.Count > 0;

    private static IEnumerable<(OpCode OpCode, int Token)> Instructions(MethodInfo method)
    {
        var il = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at < il.Length;)
        {
            var opCode = OpCodesByValue[il[at] == 0xFE ? unchecked((short)(0xFE00 | il[++at])) : il[at]];
            at++;
            var size = OperandSize(opCode, il, at);
            yield return (opCode, size >= 4 ? BitConverter.ToInt32(il, at) : 0);
            at += size;
        }
    }

    private static int OperandSize(OpCode opCode, byte[] il, int at) => opCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
